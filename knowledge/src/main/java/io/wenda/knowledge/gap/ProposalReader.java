package io.wenda.knowledge.gap;

import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The current company's proposals, those said most often first. */
@Component
public class ProposalReader {

    /** An absent condition is one that is null, so that there is one statement for all filters. */
    private static final String MATCHING =
            """
            from knowledge_proposal p
            where (:state::text is null or p.state = :state)
              and (:gap::uuid is null or p.gap_id = :gap)
            """;

    private static final String PAGE =
            "select * "
                    + MATCHING
                    + """
                      and (:after::uuid is null or (p.times, p.id) < (
                        select a.times, a.id from knowledge_proposal a where a.id = :after))
                    order by p.times desc, p.id desc limit :limit
                    """;

    private static final String COUNT =
            "select count(*) from (select "
                    + MATCHING
                    + " limit "
                    + (Page.COUNTED_UP_TO + 1)
                    + ") f";

    private final JdbcClient jdbc;

    ProposalReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The proposal; refuses where there is none. */
    @Transactional(readOnly = true)
    public Proposal get(ProposalId id) {
        return jdbc.sql("select * from knowledge_proposal where id = ?")
                .param(id.value())
                .query((row, _) -> proposal(row))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("knowledge proposal", "proposalId"));
    }

    /** Proposals that the filter fits. */
    @Transactional(readOnly = true)
    public Page<Proposal> page(ProposalFilter filter, PageRequest request) {
        var rows =
                bind(jdbc.sql(PAGE), filter)
                        .param("after", request.after())
                        .param("limit", request.limit() + 1)
                        .query((row, _) -> proposal(row))
                        .list();
        return Page.of(rows, request.limit(), request.counted() ? count(filter) : null);
    }

    /** The open one that was said most often, the newest of several. */
    Optional<Proposal> best(GapId gap) {
        return page(new ProposalFilter(ProposalState.OPEN, gap), new PageRequest(null, 1, false))
                .items()
                .stream()
                .findFirst();
    }

    private @Nullable Long count(ProposalFilter filter) {
        var counted = bind(jdbc.sql(COUNT), filter).query(Long.class).single();
        return counted > Page.COUNTED_UP_TO ? null : counted;
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec sql, ProposalFilter filter) {
        var state = filter.state();
        var gap = filter.gap();
        return sql.param("state", state == null ? null : state.name())
                .param("gap", gap == null ? null : gap.value());
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                new ProposalId(row.getObject("id", UUID.class)),
                new GapId(row.getObject("gap_id", UUID.class)),
                ProposalState.valueOf(row.getString("state")),
                row.getString("locale"),
                row.getString("question"),
                row.getString("answer"),
                row.getInt("times"),
                row.getObject("conversation_id", UUID.class),
                row.getObject("last_said_at", OffsetDateTime.class).toInstant(),
                GapReader.time(row, "settled_at"),
                GapReader.member(row));
    }
}
