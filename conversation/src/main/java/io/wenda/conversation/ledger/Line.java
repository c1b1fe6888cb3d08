package io.wenda.conversation.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.Sender;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says, before it has a number.
 *
 * @param senderKey scope of {@code clientMessageId}; both absent for bot and system
 * @param aiGenerated a language model worded it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
        Sender sender,
        @Nullable String senderKey,
        @Nullable String clientMessageId,
        @Nullable MemberId agentId,
        String text,
        boolean internal,
        @Nullable AnswerSource source,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AnswerCandidate> choices,
        boolean aiGenerated) {

    /** A person's message, under her own id of it. */
    public static Line by(Caller caller, String clientMessageId, String text, boolean internal) {
        var agent = caller instanceof Caller.Member member ? member.id() : null;
        var sender = agent == null ? Sender.CONTACT : Sender.AGENT;
        return new Line(
                sender,
                caller.key(),
                clientMessageId,
                agent,
                text,
                internal,
                null,
                List.of(),
                false);
    }

    /** A note beside an act; a program's is the system's. */
    public static Line note(Caller caller, String text) {
        var agent = caller instanceof Caller.Member member ? member.id() : null;
        var sender = agent == null ? Sender.SYSTEM : Sender.AGENT;
        return new Line(sender, null, null, agent, text, true, null, List.of(), false);
    }

    /** The bot's answer, with its receipt. */
    public static Line answer(String text, @Nullable AnswerSource source) {
        return new Line(Sender.BOT, null, null, null, text, false, source, List.of(), false);
    }

    /** The same, worded by a language model or not. */
    public Line worded(boolean byModel) {
        return new Line(
                sender,
                senderKey,
                clientMessageId,
                agentId,
                text,
                internal,
                source,
                choices,
                byModel);
    }

    /** The bot's question back. */
    public static Line choice(String text, List<AnswerCandidate> choices) {
        return new Line(Sender.BOT, null, null, null, text, false, null, choices, false);
    }
}
