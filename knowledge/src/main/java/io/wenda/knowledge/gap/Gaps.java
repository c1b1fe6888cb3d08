package io.wenda.knowledge.gap;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Audit;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What editors do about gaps. */
@Component
public class Gaps {
    private static final int LONGEST_COMMENT = 2_000;

    private final GapReader reader;
    private final ProposalReader proposals;
    private final Drafting drafting;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Gaps(
            GapReader reader,
            ProposalReader proposals,
            Drafting drafting,
            JdbcClient jdbc,
            Audit audit,
            Clock clock) {
        this.reader = reader;
        this.proposals = proposals;
        this.drafting = drafting;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes its questions into a draft, with the answer that agents gave most; where an entry was
     * made for it before, into that one's, whose draft keeps the answer that it has.
     */
    @Transactional
    public Gap draft(Caller caller, GapId id, @Nullable String category) {
        return proposals
                .best(id)
                .filter(_ -> !drafting.isAnswered(get(id)))
                .map(it -> accept(caller, it, category))
                .orElseGet(() -> draft(caller, get(id), null, category));
    }

    /** Writes an agent's answer into the draft, with the questions of its gap. */
    @Transactional
    public Gap accept(Caller caller, ProposalId id, @Nullable String category) {
        return accept(caller, proposals.get(id), category);
    }

    /** Nothing is to be written for it. */
    @Transactional
    public Gap dismiss(Caller caller, GapId id, @Nullable String comment) {
        var words =
                comment == null || comment.isBlank()
                        ? null
                        : Text.text(comment, LONGEST_COMMENT, "comment");
        get(id);
        var dismissed =
                jdbc.sql(
                                """
                                update knowledge_gap set state = 'DISMISSED', settled_at = :at,
                                  settled_by = :by, comment = :comment, later = 0, later_millis = 0
                                where id = :id and state = 'OPEN'
                                """)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", caller.key())
                        .param("comment", words)
                        .param("id", id.value())
                        .update();
        if (dismissed == 0) {
            throw Refusal.Conflict.notAllowedNow("only what is OPEN can be dismissed", "gapId");
        }
        audit.record(caller, "knowledge-gap.dismiss", id.value().toString(), Map.of());
        return get(id);
    }

    /** It is to be looked at again. */
    @Transactional
    public Gap reopen(Caller caller, GapId id) {
        get(id);
        var reopened =
                jdbc.sql(
                                """
                                update knowledge_gap set state = 'OPEN', settled_at = null,
                                  settled_by = null, comment = null, volume = volume + later,
                                  handled_millis = handled_millis + later_millis, later = 0,
                                  later_millis = 0, reopened_at = :at
                                where id = :id and state <> 'OPEN'
                                """)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update();
        if (reopened == 0) {
            throw Refusal.Conflict.notAllowedNow("it is OPEN already", "gapId");
        }
        audit.record(caller, "knowledge-gap.reopen", id.value().toString(), Map.of());
        return get(id);
    }

    /** In the transaction that publishes it. */
    @EventListener
    void on(KnowledgeEvent.Published published) {
        jdbc.sql(
                        """
                        update knowledge_gap set state = 'DONE', settled_at = :at, later = 0,
                          later_millis = 0
                        where entry_id = :entry and state = 'OPEN'
                        """)
                .param("at", published.at().atOffset(ZoneOffset.UTC))
                .param("entry", published.entry().value())
                .update();
    }

    /** The entry is taken before the proposal, as above. */
    private Gap accept(Caller caller, Proposal proposal, @Nullable String category) {
        var gap = get(proposal.gap());
        if (drafting.isAnswered(gap)) {
            throw new Refusal.Conflict(
                    "the gap's draft has an answer: revise it where this one is better, or dismiss the proposal",
                    "proposalId");
        }
        var accepted =
                jdbc.sql(
                                """
                                update knowledge_proposal set state = 'ACCEPTED', settled_at = :at,
                                  settled_by = :by
                                where id = :id and state = 'OPEN'
                                """)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", caller.key())
                        .param("id", proposal.id().value())
                        .update();
        if (accepted == 0) {
            throw Refusal.Conflict.notAllowedNow(
                    "only an OPEN proposal can be accepted", "proposalId");
        }
        audit.record(
                caller, "knowledge-proposal.accept", proposal.id().value().toString(), Map.of());
        return draft(caller, gap, proposal.answer(), category);
    }

    /** The entry is locked before the gap, as publishing it does. */
    private Gap draft(Caller caller, Gap gap, @Nullable String answer, @Nullable String category) {
        var entry = drafting.write(caller, gap, answer, category);
        var linked =
                jdbc.sql(
                                """
                                update knowledge_gap set entry_id = :entry
                                where id = :id and state <> 'DISMISSED'
                                  and entry_id is not distinct from :before::uuid
                                """)
                        .param("entry", entry.value())
                        .param("id", gap.id().value())
                        .param(
                                "before",
                                Optional.ofNullable(gap.entry()).map(EntryId::value).orElse(null))
                        .update();
        if (linked == 0) {
            throw Refusal.Conflict.notAllowedNow(
                    "it was dismissed, or drafted by somebody else just now: look at it again",
                    "gapId");
        }
        audit.record(
                caller,
                "knowledge-gap.draft",
                gap.id().value().toString(),
                Map.of("entry", entry.value().toString()));
        return get(gap.id());
    }

    private Gap get(GapId id) {
        return reader.find(id).orElseThrow(() -> new Refusal.NotFound("knowledge gap", "gapId"));
    }
}
