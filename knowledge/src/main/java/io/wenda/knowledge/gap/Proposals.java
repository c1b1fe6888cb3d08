package io.wenda.knowledge.gap;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What editors do about proposals, besides accepting them into the draft of their gap. */
@Component
public class Proposals {
    private final ProposalReader reader;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Proposals(ProposalReader reader, JdbcClient jdbc, Audit audit, Clock clock) {
        this.reader = reader;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** It is no answer; the same one is not proposed again. */
    @Transactional
    public Proposal dismiss(Caller caller, ProposalId id) {
        reader.get(id);
        var dismissed =
                jdbc.sql(
                                """
                                update knowledge_proposal set state = 'DISMISSED', settled_at = :at,
                                  settled_by = :by
                                where id = :id and state = 'OPEN'
                                """)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", caller.key())
                        .param("id", id.value())
                        .update();
        if (dismissed == 0) {
            throw Refusal.Conflict.notAllowedNow(
                    "only an OPEN proposal can be dismissed", "proposalId");
        }
        audit.record(caller, "knowledge-proposal.dismiss", id.value().toString(), Map.of());
        return reader.get(id);
    }
}
