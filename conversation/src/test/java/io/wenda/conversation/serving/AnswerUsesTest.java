package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.AnswerUse;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Message;
import io.wenda.conversation.Shop;
import io.wenda.conversation.receipt.AnswerUses;
import io.wenda.tenant.Caller;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.testing.ShiftingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class AnswerUsesTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired AnswerRatings ratings;
    @Autowired AnswerUses uses;
    @Autowired ShiftingClock clock;

    @Test
    void countsWhatBecameOfTheAnswersOfAVersion() {
        var shop = shops.open();
        var pleased = shop.visitor(shop.website());
        rate(pleased, answer(pleased), true);
        var other = shop.visitor(shop.website());
        rate(other, answer(other), false);
        var visitor = shop.visitor(shop.website());
        var first = answer(visitor);
        var last = answer(visitor);
        dialogue.askForPerson(visitor, first.conversation());

        assertThat(uses(shop))
                .isEqualTo(
                        Map.of(
                                ScriptedBot.REFUND,
                                Map.of(3, new AnswerUse(4, 1, 1, 1, last.sentAt()))));
        assertThat(uses(shops.open())).isEmpty();
        clock.later(Duration.ofDays(91), () -> assertThat(uses(shop)).isEmpty());
    }

    @Test
    void anAnswerCountsForEachVersionThatItCites() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var answer = answer(visitor, "cite both");
        rate(visitor, answer, false);
        dialogue.askForPerson(visitor, answer.conversation());
        var use = new AnswerUse(1, 0, 1, 1, answer.sentAt());

        assertThat(uses(shop, ScriptedBot.REFUND, ScriptedBot.TRACK))
                .isEqualTo(
                        Map.of(
                                ScriptedBot.REFUND,
                                Map.of(3, use),
                                ScriptedBot.TRACK,
                                Map.of(1, use)));
        assertThat(uses(shops.open(), ScriptedBot.REFUND, ScriptedBot.TRACK)).isEmpty();
    }

    private Map<UUID, Map<Integer, AnswerUse>> uses(Shop shop) {
        return uses(shop, ScriptedBot.REFUND);
    }

    private Map<UUID, Map<Integer, AnswerUse>> uses(Shop shop, UUID... entries) {
        return CurrentTenant.call(shop.tenant(), () -> uses.of(List.of(entries)));
    }

    private Message answer(Caller.Visitor visitor) {
        return answer(visitor, "when is my refund?");
    }

    private Message answer(Caller.Visitor visitor, String question) {
        var asked = dialogue.say(visitor, null, question).message();
        await().until(() -> dialogue.read(visitor, asked.conversation()).size() > asked.seq());
        return dialogue.read(visitor, asked.conversation()).get(asked.seq());
    }

    private void rate(Caller.Visitor visitor, Message answer, boolean helpful) {
        CurrentTenant.call(visitor.tenant(), () -> ratings.rate(visitor, answer.id(), helpful));
    }
}
