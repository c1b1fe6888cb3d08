package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Message;
import io.wenda.conversation.Sender;
import io.wenda.conversation.Shop;
import io.wenda.conversation.profile.BotProfile;
import io.wenda.conversation.profile.BotProfiles;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class AbsenceOfPeopleTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired BotProfiles profiles;

    @Test
    void outsideOfTheHoursTheBotAnswersAndAHandoverSaysWhenPeopleAreBack() {
        var shop = shops.open();
        var channel = shop.website();
        closed(shop, channel);
        var visitor = shop.visitor(channel);

        assertThat(answerTo(visitor, "a refund?").text()).isEqualTo(ScriptedBot.ANSWER);
        var over = answerTo(visitor, "what is the capital of France?");

        assertThat(over.text())
                .matches(
                        "I did not find an answer to that. I have passed it on. Our team is"
                                + " back on \\w+day, \\d+ \\w+ at 09:00 \\(GMT\\).");
        assertThat(dialogue.see(visitor, over.conversation()).state())
                .isEqualTo(ConversationState.QUEUED);
        var other = shops.open();
        var elsewhere = other.visitor(other.website());
        assertThat(answerTo(elsewhere, "what is the capital of France?").text())
                .endsWith("A person will be with you.");
        assertThat(other.in(() -> profiles.byChannels(Set.of(channel)))).isEmpty();
    }

    @Test
    void whoAsksForAPersonByTheButtonIsToldToo() {
        var shop = shops.open();
        var channel = shop.website();
        closed(shop, channel);
        var visitor = shop.visitor(channel, "zh-CN");
        var answer = answerTo(visitor, "refund");

        dialogue.askForPerson(visitor, answer.conversation());

        var told = dialogue.read(visitor, answer.conversation()).getLast();
        assertThat(told.sender()).isEqualTo(Sender.BOT);
        assertThat(told.text()).matches("人工客服将于\\d+月\\d+日星期. 09:00（GMT）回来。");
        assertThat(dialogue.see(visitor, answer.conversation()).state())
                .isEqualTo(ConversationState.QUEUED);
    }

    /** Open for an hour of the day after tomorrow. */
    private void closed(Shop shop, ChannelId channel) {
        var day = Instant.now().atOffset(ZoneOffset.UTC).plusDays(2).getDayOfWeek();
        var hours =
                new BotProfile.OpeningHours(
                        day, LocalTime.parse("09:00"), LocalTime.parse("10:00"));
        var profile = new BotProfile(null, null, null, "UTC", List.of(hours), List.of(), List.of());
        shop.run(() -> profiles.choose(shop.owner(), channel, profile));
    }

    private Message answerTo(Caller.Visitor visitor, String text) {
        var said = dialogue.say(visitor, null, text).message();
        await().until(() ->
                dialogue.read(visitor, said.conversation()).getLast().seq() > said.seq());
        return dialogue.read(visitor, said.conversation()).getLast();
    }
}
