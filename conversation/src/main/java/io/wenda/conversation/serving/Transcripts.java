package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads messages, of conversations that the caller may see; visitors never see notes. */
@Component
public class Transcripts {

    /**
     * A stretch of a transcript.
     *
     * @param afterSeq only messages after this number, exclusive
     * @param beforeSeq only messages before this number, exclusive
     * @param limit 1 to 200
     * @param fromEnd the newest ones of the stretch instead of the oldest; in ascending order still
     */
    public record Stretch(
            @Nullable Integer afterSeq, @Nullable Integer beforeSeq, int limit, boolean fromEnd) {

        /** The oldest ones after a number: what a live stream reads. */
        public static Stretch after(int seq, int limit) {
            return new Stretch(seq, null, limit, false);
        }
    }

    /** Of each conversation, in order of seq; {@code more}: beyond the end that was cut. */
    public Map<ConversationId, Page<Message>> of(
            Caller caller, Collection<ConversationId> conversations, Stretch stretch) {
        throw new UnsupportedOperationException();
    }

    /** Those of these. */
    public Map<MessageId, Message> byIds(Caller caller, Collection<MessageId> ids) {
        throw new UnsupportedOperationException();
    }
}
