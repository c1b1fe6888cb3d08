package io.wenda.conversation.ledger;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes rows of conversations that are held, many by one statement, with what was said in them.
 */
@Component
class HeldWriter {
    /** The columns of a conversation that what happens to it may change. */
    private static final List<String> CHANGING =
            List.of(
                    "version",
                    "state",
                    "state_since",
                    "owner_version",
                    "answered",
                    "confirmed",
                    "handed_over",
                    "served",
                    "assignee_id",
                    "last_agent_id",
                    "group_id",
                    "last_seq",
                    "last_contact_seq",
                    "bot_seq",
                    "last_message_at",
                    "closed_at",
                    "outcome",
                    "bot_outcome",
                    "disposition",
                    "summary",
                    "rating_score",
                    "rating_comment",
                    "rated_at",
                    "handled_millis");

    /** Those of them that a message changes, which is most of what happens. */
    static final List<String> SPOKEN =
            List.of("version", "last_seq", "last_contact_seq", "last_message_at", "served");

    private static final String SAY =
            """
            with said as (
              insert into message
                (tenant_id, conversation_id, seq, id, sender, sender_key, client_message_id,
                 agent_id, text, internal, source_entry, source_version, source_question,
                 choices, ai_generated, sent_at)
              select current_setting('wenda.tenant_id')::uuid, m.conversation, m.seq, m.id,
                m.sender, m."senderKey", m."clientMessageId", m."agentId", m.text, m.internal,
                (m.source ->> 'entry')::uuid, (m.source ->> 'version')::int,
                m.source ->> 'question', m.choices, m."aiGenerated", m."sentAt"
              from jsonb_to_recordset(:messages::jsonb)
                as m (id uuid, conversation uuid, seq int, sender text, "senderKey" text,
                      "clientMessageId" text, "agentId" uuid, text text, internal boolean,
                      source jsonb, choices jsonb, "aiGenerated" boolean,
                      "sentAt" timestamptz)
            )
            """;

    /**
     * The rows are there and held: what looks like an insert updates each by its key. An update
     * from a join would be planned by statistics, and then reads every conversation there is.
     */
    private static final String WRITE =
            SAY
                    + """
                    insert into conversation
                      (tenant_id, id, channel_id, contact_id, contact_key, locale, bot,
                       started_at, %1$s)
                    select current_setting('wenda.tenant_id')::uuid,
                      id, channel_id, contact_id, contact_key, locale, bot, started_at, %1$s
                    from jsonb_populate_recordset(null::conversation, :rows::jsonb)
                    on conflict (tenant_id, id) do update set %2$s
                    """
                            .formatted(String.join(", ", CHANGING), excluded(CHANGING));

    /**
     * The same where nothing but messages came; the rest of each row is only made to look whole.
     */
    private static final String ADVANCE =
            SAY
                    + """
                    insert into conversation
                      (tenant_id, id, channel_id, contact_id, contact_key, locale, bot,
                       started_at, state, state_since, owner_version, %1$s)
                    select current_setting('wenda.tenant_id')::uuid,
                      id, id, id, id, '', false,
                      last_message_at, 'BOT', last_message_at, 0, %1$s
                    from unnest((select :ids), (select :versions), (select :seqs),
                        (select :contact_seqs), (select :times::timestamptz[]),
                        (select :served))
                      as n (id, version, last_seq, last_contact_seq, last_message_at, served)
                    on conflict (tenant_id, id) do update set %2$s
                    """
                            .formatted(String.join(", ", SPOKEN), excluded(SPOKEN));

    private static String excluded(List<String> columns) {
        return columns.stream().map("%1$s = excluded.%1$s"::formatted).collect(joining(", "));
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HeldWriter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(List<Held> changed) {
        var byKind = changed.stream().collect(partitioningBy(Held::onlySpoke));
        advance(byKind.getOrDefault(true, List.of()));
        rewrite(byKind.getOrDefault(false, List.of()));
    }

    private void rewrite(List<Held> changed) {
        if (!changed.isEmpty()) {
            jdbc.sql(WRITE)
                    .param("messages", messages(changed))
                    .param("rows", json.writeValueAsString(changed))
                    .update();
        }
    }

    private void advance(List<Held> spoken) {
        if (!spoken.isEmpty()) {
            jdbc.sql(ADVANCE)
                    .param("messages", messages(spoken))
                    .param("ids", column(spoken, it -> it.id.value(), UUID[]::new))
                    .param("versions", column(spoken, it -> it.version, Integer[]::new))
                    .param("seqs", column(spoken, it -> it.lastSeq, Integer[]::new))
                    .param("contact_seqs", column(spoken, it -> it.lastContactSeq, Integer[]::new))
                    .param(
                            "times",
                            column(spoken, it -> it.lastMessageAt.toString(), String[]::new))
                    .param("served", column(spoken, it -> it.served, Boolean[]::new))
                    .update();
        }
    }

    private String messages(List<Held> of) {
        return json.writeValueAsString(of.stream().flatMap(held -> held.said.stream()).toList());
    }

    private static <T> T[] column(List<Held> of, Function<Held, T> value, IntFunction<T[]> array) {
        return of.stream().map(value).toArray(array);
    }
}
