package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Facts;
import io.wenda.conversation.Shop;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.TransferTarget;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class TransferTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Facts facts;

    /** Anna has a conversation in a group, Ben is online beside her. */
    private record Scene(
            Shop shop,
            SkillGroupId group,
            Caller.Member anna,
            Caller.Member ben,
            ConversationId id) {}

    private Scene scene() {
        var shop = shops.open();
        var group = shop.group();
        var anna = shop.agent(group, 1);
        var ben = shop.agent(group, 1);
        dialogue.online(anna);
        var id = dialogue.waiting(shop, shop.channel(group, false));
        await().until(() -> dialogue.see(shop.owner(), id).state() == ConversationState.ACTIVE);
        return new Scene(shop, group, anna, ben, id);
    }

    @Test
    void anAgentPassesItToAnotherWithANote() {
        var scene = scene();
        dialogue.online(scene.ben());

        var passed = transfer(scene, scene.anna(), scene.ben().id(), "she is angry");

        assertThat(passed.state()).isEqualTo(ConversationState.ACTIVE);
        assertThat(passed.assignee()).isEqualTo(scene.ben().id());
        assertThat(dialogue.read(scene.ben(), scene.id()))
                .last()
                .satisfies(note -> {
                    assertThat(note.internal()).isTrue();
                    assertThat(note.agent()).isEqualTo(scene.anna().id());
                    assertThat(note.text()).isEqualTo("she is angry");
                });
        assertThat(facts.of(scene.id()))
                .endsWith("message.stored", "conversation.transferred", "conversation.assigned");
        assertThat(seen(scene.anna(), scene.id())).isFalse();
        // Anna is below her capacity again
        var next = dialogue.waiting(scene.shop(), scene.shop().channel(scene.group(), false));
        await().until(() ->
                seen(scene.anna(), next)
                        && scene.anna().id().equals(dialogue.see(scene.anna(), next).assignee()));
    }

    @Test
    void whoIsOfflineOrFullCannotTakeIt() {
        var scene = scene();

        notAllowedNow(() -> transfer(scene, scene.anna(), scene.ben().id(), null));
        dialogue.online(scene.ben());
        var hers = dialogue.waiting(scene.shop(), scene.shop().channel(scene.group(), false));
        await().until(() ->
                scene.ben().id().equals(dialogue.see(scene.shop().owner(), hers).assignee()));
        notAllowedNow(() -> transfer(scene, scene.anna(), scene.ben().id(), "please"));
        notAllowedNow(() -> transfer(scene, scene.anna(), scene.anna().id(), null));

        assertThat(dialogue.read(scene.anna(), scene.id())).hasSize(1);
        assertThat(dialogue.see(scene.anna(), scene.id()).assignee()).isEqualTo(scene.anna().id());
    }

    @Test
    void aGroupTakesItIntoItsQueue() {
        var scene = scene();
        var other = scene.shop().group();

        var passed = transfer(scene, scene.anna(), new TransferTarget.ToGroup(other), null);

        assertThat(passed.state()).isEqualTo(ConversationState.QUEUED);
        assertThat(passed.skillGroup()).isEqualTo(other);
        assertThat(passed.assignee()).isNull();
        assertThat(facts.of(scene.id()))
                .endsWith("conversation.transferred", "conversation.queued");
    }

    @Test
    void aSupervisorPassesWhatWaits() {
        var scene = scene();
        var supervisor = scene.shop().member(Role.SUPERVISOR);
        var waiting = dialogue.waiting(scene.shop(), scene.shop().channel(scene.group(), false));
        var lone = scene.shop().agent(scene.shop().group(), 2);
        dialogue.online(lone);

        var passed =
                scene.shop()
                        .in(() ->
                                dialogue.conversations()
                                        .transfer(
                                                supervisor,
                                                waiting,
                                                new TransferTarget.ToMember(lone.id()),
                                                null));

        assertThat(passed.assignee()).isEqualTo(lone.id());
        assertThat(passed.skillGroup()).isNotEqualTo(scene.group());
    }

    @Test
    void unknownTargetsAreNotFound() {
        var scene = scene();
        var foreign = shops.open();

        for (var target :
                List.of(
                        new TransferTarget.ToMember(new MemberId(NewId.next())),
                        new TransferTarget.ToMember(foreign.owner().id()),
                        new TransferTarget.ToGroup(new SkillGroupId(NewId.next())),
                        new TransferTarget.ToGroup(foreign.general()))) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> transfer(scene, scene.anna(), target, "note"));
        }
        assertThat(dialogue.read(scene.anna(), scene.id())).hasSize(1);
    }

    @Test
    void nobodyPassesWhatIsNotHers() {
        var scene = scene();
        var target = new TransferTarget.ToGroup(scene.shop().general());

        for (var other :
                List.of(
                        scene.ben(),
                        scene.shop().member(Role.ANALYST),
                        scene.shop().program(Role.AGENT),
                        shops.open().owner())) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> transfer(scene, other, target, null));
        }
        close(scene);
        notAllowedNow(() -> transfer(scene, scene.anna(), target, null));
    }

    private void close(Scene scene) {
        scene.shop()
                .run(() ->
                        dialogue.conversations()
                                .close(
                                        scene.anna(),
                                        scene.id(),
                                        new Conversations.Closing(
                                                ConversationOutcome.RESOLVED, null, null)));
    }

    private Conversation transfer(Scene scene, Caller caller, MemberId to, @Nullable String note) {
        return transfer(scene, caller, new TransferTarget.ToMember(to), note);
    }

    private Conversation transfer(
            Scene scene, Caller caller, TransferTarget to, @Nullable String note) {
        return CurrentTenant.call(
                caller.tenant(),
                () -> dialogue.conversations().transfer(caller, scene.id(), to, note));
    }

    private boolean seen(Caller caller, ConversationId id) {
        return CurrentTenant.call(
                caller.tenant(), () -> dialogue.queries().byId(caller, id).isPresent());
    }

    private static void notAllowedNow(ThrowingCallable work) {
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(work)
                .satisfies(it -> assertThat(it.code()).isEqualTo(Refusal.Code.NOT_ALLOWED_NOW));
    }
}
