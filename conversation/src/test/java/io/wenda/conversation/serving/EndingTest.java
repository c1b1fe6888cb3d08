package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Facts;
import io.wenda.conversation.Rating;
import io.wenda.conversation.Shop;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.testing.ShiftingClock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class EndingTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Facts facts;
    @Autowired IdleClosings closings;
    @Autowired Presence presence;
    @Autowired ShiftingClock clock;
    @Autowired ConversationSettings settings;

    private record Scene(
            Shop shop,
            SkillGroupId group,
            Caller.Member agent,
            Caller.Visitor visitor,
            ConversationId id) {}

    /** An agent serves a visitor. */
    private Scene scene() {
        var shop = shops.open();
        var group = shop.group();
        var agent = shop.agent(group, 1);
        var visitor = shop.visitor(shop.channel(group, false));
        dialogue.online(agent);
        var id = dialogue.say(visitor, null, "hello").message().conversation();
        await().until(() -> dialogue.see(shop.owner(), id).state() == ConversationState.ACTIVE);
        return new Scene(shop, group, agent, visitor, id);
    }

    @Test
    void anOutcomeClosesIt() {
        var scene = scene();
        dialogue.say(scene.agent(), scene.id(), "here you are");

        var closed = close(scene, scene.agent(), ConversationOutcome.RESOLVED);

        assertThat(closed.state()).isEqualTo(ConversationState.CLOSED);
        assertThat(closed.outcome()).isEqualTo(ConversationOutcome.RESOLVED);
        assertThat(closed.assignee()).isEqualTo(scene.agent().id());
        assertThat(closed.disposition()).isEqualTo("refund");
        assertThat(closed.summary()).isEqualTo("money is on its way");
        assertThat(dialogue.see(scene.agent(), scene.id())).isEqualTo(closed);
        assertThat(facts.of(scene.id())).endsWith("conversation.closed");
        assertThat(facts.of(scene.shop().tenant(), "conversation.closed"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it).contains("\"surveySent\": true", "\"botOutcome\": null"));
        notAllowedNow(() -> close(scene, scene.agent(), ConversationOutcome.RESOLVED));
        notAllowedNow(() -> dialogue.say(scene.agent(), scene.id(), "one more thing"));
    }

    @Test
    void withoutAnOutcomeItIsWrappedUpAndItsSlotIsFree() {
        var scene = scene();

        var wrapping = close(scene, scene.agent(), null);

        assertThat(wrapping.state()).isEqualTo(ConversationState.WRAP_UP);
        var next = dialogue.waiting(scene.shop(), scene.shop().channel(scene.group(), false));
        await().until(() ->
                dialogue.see(scene.shop().owner(), next).state() == ConversationState.ACTIVE);
        notAllowedNow(() -> close(scene, scene.agent(), null));
        notAllowedNow(() -> dialogue.say(scene.agent(), scene.id(), "hello?"));
        assertThat(dialogue.note(scene.agent(), scene.id(), "was nice").message().seq())
                .isEqualTo(2);
        assertThat(close(scene, scene.agent(), ConversationOutcome.UNRESOLVED).state())
                .isEqualTo(ConversationState.CLOSED);
        assertThat(facts.of(scene.id())).endsWith("message.stored", "conversation.closed");
    }

    @Test
    void aContactWhoWritesDuringTheWrapUpIsServedAgain() {
        var scene = scene();
        close(scene, scene.agent(), null);

        var received = dialogue.say(scene.visitor(), null, "wait!");

        assertThat(received.conversation())
                .satisfies(it -> {
                    assertThat(it.id()).isEqualTo(scene.id());
                    assertThat(it.state()).isEqualTo(ConversationState.ACTIVE);
                    assertThat(it.assignee()).isEqualTo(scene.agent().id());
                });

        close(scene, scene.agent(), null);
        dialogue.offline(scene.agent());
        assertThat(dialogue.say(scene.visitor(), null, "wait again!").conversation())
                .satisfies(it -> assertThat(it.state()).isEqualTo(ConversationState.QUEUED));
    }

    @Test
    void onlyHerAgentAndSupervisorsClose() {
        var scene = scene();

        for (var other :
                List.of(
                        scene.shop().agent(scene.group(), 1),
                        scene.shop().member(Role.ANALYST),
                        scene.shop().member(Role.EDITOR),
                        scene.visitor(),
                        shops.open().owner())) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> close(scene, other, ConversationOutcome.SPAM));
        }
        assertThat(close(scene, scene.shop().owner(), ConversationOutcome.SPAM).outcome())
                .isEqualTo(ConversationOutcome.SPAM);
    }

    @Test
    void sheRatesOnceAfterTheClose() {
        var scene = scene();
        notAllowedNow(() -> rate(scene.visitor(), scene, 5));
        close(scene, scene.agent(), ConversationOutcome.RESOLVED);
        for (var score : List.of(0, 6, -1)) {
            assertThatExceptionOfType(Refusal.Invalid.class)
                    .isThrownBy(() -> rate(scene.visitor(), scene, score));
        }
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> rate(scene.agent(), scene, 5));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> rate(scene.shop().visitor(scene.visitor().channel()), scene, 5));

        var rated = rate(scene.visitor(), scene, 4);

        var rating = rated.rating();
        assertThat(rating).isNotNull().extracting(Rating::score).isEqualTo(4);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> rate(scene.visitor(), scene, 5))
                .satisfies(it -> assertThat(it.code()).isEqualTo(Refusal.Code.CONFLICT));
        assertThat(dialogue.see(scene.visitor(), scene.id()).rating()).isEqualTo(rating);
        assertThat(facts.of(scene.id())).endsWith("conversation.closed", "conversation.rated");
    }

    @Test
    void afterTheWindowSheRatesNoMore() {
        var scene = scene();
        close(scene, scene.agent(), ConversationOutcome.RESOLVED);

        clock.later(
                settings.ratingWindow().plusSeconds(1),
                () -> notAllowedNow(() -> rate(scene.visitor(), scene, 4)));
        clock.later(settings.ratingWindow().minusMinutes(1), () -> rate(scene.visitor(), scene, 4));
    }

    @Test
    void silenceAfterAnAnswerIsAssumedToBeContent() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var id = dialogue.say(visitor, null, "refund?").message().conversation();
        await().until(() -> dialogue.read(visitor, id).size() == 2);

        later(settings.botIdle().minusSeconds(5));
        assertThat(dialogue.see(visitor, id).state()).isEqualTo(ConversationState.BOT);
        later(settings.botIdle().plusSeconds(1));

        assertThat(dialogue.see(visitor, id).outcome()).isEqualTo(ConversationOutcome.RESOLVED);
        assertThat(facts.of(shop.tenant(), "conversation.closed"))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("\"botOutcome\": \"ASSUMED\""));
    }

    @Test
    void silenceWithoutAnAnswerIsAbandonment() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var id = dialogue.say(visitor, null, "my order").message().conversation();
        await().until(() -> dialogue.read(visitor, id).size() == 2);

        later(settings.botIdle().plusSeconds(1));

        assertThat(dialogue.see(visitor, id).outcome()).isEqualTo(ConversationOutcome.ABANDONED);
        assertThat(facts.of(shop.tenant(), "conversation.closed"))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("\"botOutcome\": \"ABANDONED\""));
    }

    @Test
    void theWrapUpEnds() {
        var scene = scene();
        close(scene, scene.agent(), null);

        later(settings.wrapUp().minusSeconds(5));
        assertThat(dialogue.see(scene.agent(), scene.id()).state())
                .isEqualTo(ConversationState.WRAP_UP);
        later(settings.wrapUp().plusSeconds(1));

        assertThat(dialogue.see(scene.agent(), scene.id()).outcome())
                .isEqualTo(ConversationOutcome.UNRESOLVED);
    }

    @Test
    void whoLeavesTheQueueIsGivenUp() {
        var shop = shops.open();
        var id = dialogue.waiting(shop, shop.channel(shop.group(), false));

        later(settings.queueAbandon().minusSeconds(5));
        assertThat(dialogue.see(shop.owner(), id).state()).isEqualTo(ConversationState.QUEUED);
        later(settings.queueAbandon().plusSeconds(1));

        assertThat(dialogue.see(shop.owner(), id).outcome())
                .isEqualTo(ConversationOutcome.ABANDONED);
    }

    @Test
    void whoIsConnectedIsNotGivenUp() {
        var shop = shops.open();
        var id = dialogue.waiting(shop, shop.channel(shop.group(), false));
        var connection = shop.in(() -> presence.connected(id));
        var almost = settings.queueAbandon().minusSeconds(10);

        clock.later(almost, presence::beat);
        later(settings.queueAbandon().plusSeconds(10));
        assertThat(dialogue.see(shop.owner(), id).state()).isEqualTo(ConversationState.QUEUED);

        clock.later(almost, connection::close);
        clock.later(almost.multipliedBy(2), presence::beat);
        later(settings.queueAbandon().multipliedBy(2).plusSeconds(20));
        assertThat(dialogue.see(shop.owner(), id).state()).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void anActiveConversationIsNeverIdle() {
        var scene = scene();

        later(Duration.ofDays(3));

        assertThat(dialogue.see(scene.agent(), scene.id()).state())
                .isEqualTo(ConversationState.ACTIVE);
    }

    private void later(Duration by) {
        clock.later(by, closings::closeDue);
    }

    private Conversation close(Scene scene, Caller caller, @Nullable ConversationOutcome outcome) {
        return CurrentTenant.call(
                caller.tenant(),
                () ->
                        dialogue.conversations()
                                .close(
                                        caller,
                                        scene.id(),
                                        new Conversations.Closing(
                                                outcome, "refund", "money is on its way")));
    }

    private Conversation rate(Caller caller, Scene scene, int score) {
        return scene.shop()
                .in(() -> dialogue.conversations().rate(caller, scene.id(), score, "thanks"));
    }

    private static void notAllowedNow(ThrowingCallable work) {
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(work)
                .satisfies(it -> assertThat(it.code()).isEqualTo(Refusal.Code.NOT_ALLOWED_NOW));
    }
}
