package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.FlowRun;
import io.wenda.conversation.Handover;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.RecognisedIntent;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Rows;
import io.wenda.conversation.ledger.Said;
import io.wenda.conversation.ledger.Sight;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The bot's receipts, and what an agent reads of them when she takes over. */
@Component
public class Handovers {
    private static final String TURNS =
            """
            select conversation_id, seq, decision, candidates, grounds -> 'flow' ->> 'slots' as told
            from bot_turn
            where conversation_id = any(:ids)
            order by conversation_id, seq desc
            """;
    private static final String KEEP =
            """
            insert into bot_turn
              (tenant_id, conversation_id, seq, decision, confidence, entry_id, entry_version,
               candidates, grounds, reply_seq, at)
            values (current_setting('wenda.tenant_id')::uuid, :conversation, :seq, :decision,
              :confidence, :entry, :version, :candidates::jsonb, :grounds::jsonb, :reply, :at)
            """;

    private static final String CITE =
            """
            insert into answer_citation
              (tenant_id, entry_id, entry_version, conversation_id, reply_seq)
            select current_setting('wenda.tenant_id')::uuid, cited.*, :conversation, :reply
            from unnest(:entries::uuid[], :versions::int[]) as cited
            """;

    /** What a turn of the bot tried, and what it knew of the customer. */
    private record Turn(int seq, List<AnswerCandidate> tried, List<FlowRun.SlotValue> told) {}

    private record Given(ConversationId conversation, Handover handover, int questionSeq) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Rows rows;

    Handovers(JdbcClient jdbc, JsonMapper json, Rows rows) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
    }

    /** Keeps the receipt of a turn, under the version that was said or else came nearest. */
    void keep(Held held, int seq, BotTurn turn, Said said) {
        var source = Optional.ofNullable(said.line().source());
        var nearest = turn.best();
        jdbc.sql(KEEP)
                .param("conversation", held.id().value())
                .param("seq", seq)
                .param("decision", turn.decision().name())
                .param("confidence", turn.confidence())
                .param(
                        "entry",
                        source.map(AnswerSource::entry)
                                .or(() -> nearest.map(AnswerCandidate::entry))
                                .orElse(null))
                .param(
                        "version",
                        source.map(AnswerSource::version)
                                .or(() -> nearest.map(AnswerCandidate::version))
                                .orElse(null))
                .param("candidates", json.writeValueAsString(turn.candidates()))
                .param(
                        "grounds",
                        turn.grounds() == null ? null : json.writeValueAsString(turn.grounds()))
                .param("reply", said.seq())
                .param("at", Times.parameter(held.at()))
                .update();
        source.map(turn::citedBesides)
                .filter(cited -> !cited.isEmpty())
                .ifPresent(cited -> cite(held, said, cited));
    }

    private void cite(Held held, Said said, List<AnswerGrounds.Cited> cited) {
        jdbc.sql(CITE)
                .param("conversation", held.id().value())
                .param("reply", said.seq())
                .param(
                        "entries",
                        cited.stream().map(AnswerGrounds.Cited::entry).toArray(UUID[]::new))
                .param(
                        "versions",
                        cited.stream().map(AnswerGrounds.Cited::version).toArray(Integer[]::new))
                .update();
    }

    /**
     * Each conversation's handovers to people, oldest first, where the caller may see it and is no
     * visitor.
     */
    @Transactional(readOnly = true)
    public Map<ConversationId, List<Handover>> of(Caller caller, Collection<ConversationId> ids) {
        if (caller instanceof Caller.Visitor) {
            return Map.of();
        }
        var keys = ids.stream().map(ConversationId::value).toArray(UUID[]::new);
        var turns = turns(keys);
        var handovers = new HashMap<ConversationId, List<Handover>>();
        for (var given : given(caller, keys)) {
            var before =
                    turns.getOrDefault(given.conversation(), List.of()).stream()
                            .filter(turn -> turn.seq() <= given.questionSeq())
                            .toList();
            handovers
                    .computeIfAbsent(given.conversation(), _ -> new ArrayList<>())
                    .add(after(before, given.handover()));
        }
        return handovers;
    }

    /** What two flows were told alike stands once; what was told differently stands both. */
    private static Handover after(List<Turn> before, Handover handover) {
        return new Handover(
                handover.reason(),
                handover.at(),
                handover.question(),
                handover.intent(),
                before.stream().flatMap(it -> it.told().stream()).distinct().toList(),
                before.stream().flatMap(it -> it.tried().stream()).toList());
    }

    private List<Given> given(Caller caller, UUID[] ids) {
        var sight = Sight.of(caller);
        return jdbc.sql(
                        """
                        select h.conversation_id, h.reason, h.at, h.question_seq, m.text,
                          t.grounds -> 'intent' as intent
                        from conversation c
                          join handover h on h.tenant_id = c.tenant_id and h.conversation_id = c.id
                          left join message m on m.tenant_id = h.tenant_id
                            and m.conversation_id = h.conversation_id and m.seq = h.question_seq
                          left join bot_turn t on h.reason = 'INTENT' and t.tenant_id = h.tenant_id
                            and t.conversation_id = h.conversation_id and t.seq = (
                              select max(l.seq) from bot_turn l
                              where l.tenant_id = h.tenant_id
                                and l.conversation_id = h.conversation_id
                                and l.seq <= h.question_seq)
                        where c.id = any(:ids) and %s
                        order by h.conversation_id, h.version
                        """
                                .formatted(sight.condition()))
                .param("ids", ids)
                .params(sight.parameters())
                .query((result, _) -> given(new Columns(result)))
                .list();
    }

    private Given given(Columns row) {
        return new Given(
                new ConversationId(row.uuid("conversation_id")),
                new Handover(
                        HandoverReason.valueOf(row.text("reason")),
                        row.time("at"),
                        row.maybeText("text").orElse(null),
                        row.maybeText("intent")
                                .map(it -> json.readValue(it, RecognisedIntent.class))
                                .orElse(null),
                        List.of(),
                        List.of()),
                row.number("question_seq"));
    }

    private Map<ConversationId, List<Turn>> turns(UUID[] ids) {
        var turns = new HashMap<ConversationId, List<Turn>>();
        jdbc.sql(TURNS)
                .param("ids", ids)
                .query(result -> {
                    var row = new Columns(result);
                    turns.computeIfAbsent(
                                    new ConversationId(row.uuid("conversation_id")),
                                    _ -> new ArrayList<>())
                            .add(turn(row));
                });
        return turns;
    }

    private Turn turn(Columns row) {
        var decision = BotTurn.Decision.valueOf(row.text("decision"));
        return new Turn(
                row.number("seq"),
                decision.shown(rows.candidates(row.text("candidates"))),
                row.maybeText("told").map(this::values).orElse(List.of()));
    }

    private List<FlowRun.SlotValue> values(String slots) {
        return json.readValue(slots, new TypeReference<>() {});
    }
}
