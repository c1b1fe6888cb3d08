package io.wenda.conversation.serving;

import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.SmallTalk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a contact before the one that the bot is to answer.
 *
 * @param goesOn whether it was itself read together with what came before it
 */
record Earlier(String text, boolean goesOn) {

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
