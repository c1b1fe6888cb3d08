package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.ledger.BotTurn;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bot's turns in one conversation, message by message. It thinks outside of transactions. */
@Component
class BotDialogue {
    private static final Logger LOG = LoggerFactory.getLogger(BotDialogue.class);

    private final Bot bot;
    private final BotQuestions questions;
    private final BotReplies replies;

    BotDialogue(Bot bot, BotQuestions questions, BotReplies replies) {
        this.bot = bot;
        this.questions = questions;
        this.replies = replies;
    }

    /** Answers what is not answered yet. */
    void goOn(ConversationId id) {
        var next = questions.next(id);
        while (next.isPresent()) {
            answer(next.get());
            next = questions.next(id);
        }
    }

    private void answer(BotQuestions.Question question) {
        Bot.Reply reply;
        try {
            reply = bot.ask(question.text(), question.locale());
        } catch (RuntimeException e) {
            LOG.warn("the bot is away: {} goes to people", question.conversation(), e);
            replies.say(question, nothing(), HandoverReason.BOT_UNAVAILABLE);
            return;
        }
        replies.say(question, reply, HandoverReason.NO_ANSWER);
    }

    private static Bot.Reply nothing() {
        return new Bot.Reply(new BotTurn(BotTurn.Decision.HANDOVER, 0, List.of()), null, null);
    }
}
