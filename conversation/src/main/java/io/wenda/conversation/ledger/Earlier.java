package io.wenda.conversation.ledger;

import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.SmallTalk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of a contact before the one that the bot is to answer.
 *
 * @param goesOn whether it was itself read together with what came before it
 */
public record Earlier(String text, boolean goesOn) {

    /** Those before the message m, newest first, as JSON; null where there is none. */
    public static final String OF_MESSAGE =
            """
            (select json_agg(json_build_object('text', b.text, 'goesOn', b.goes_on)
               order by b.seq desc)::text
             from (
               select p.seq, p.text,
                 coalesce(t.grounds -> 'path' @> '["WITH_PREVIOUS"]', false) as goes_on
               from message p
                 left join bot_turn t on t.tenant_id = p.tenant_id
                   and t.conversation_id = p.conversation_id and t.seq = p.seq
               where p.tenant_id = m.tenant_id and p.conversation_id = m.conversation_id
                 and p.seq < m.seq and p.sender = 'CONTACT'
               order by p.seq desc limit 5) b)\
            """;

    /** Of what {@link #OF_MESSAGE} gave. */
    public static @Nullable String context(@Nullable String stored, JsonMapper json) {
        return stored == null ? null : context(json.readValue(stored, new TypeReference<>() {}));
    }

    /** What the next may go on from: the last that asked something, as it was read. */
    static @Nullable String context(List<Earlier> newestFirst) {
        String context = null;
        for (var one : asking(newestFirst).reversed()) {
            context = context == null ? one.text() : Asked.together(context, one.text());
        }
        return context;
    }

    /** Back to the one that stood by itself; thanks and greetings between ask nothing. */
    private static List<Earlier> asking(List<Earlier> newestFirst) {
        var asking = new ArrayList<Earlier>();
        for (var one : newestFirst) {
            if (SmallTalk.of(one.text()).isEmpty()) {
                asking.add(one);
                if (!one.goesOn()) {
                    break;
                }
            }
        }
        return asking;
    }
}
