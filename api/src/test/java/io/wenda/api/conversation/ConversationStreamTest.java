package io.wenda.api.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.wenda.RunningApplication;
import io.wenda.api.conversation.ConversationStream.Rooms;
import io.wenda.api.scalar.PublicIds;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.live.LiveBus;
import io.wenda.conversation.live.Topic;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConversationStreamTest extends RunningApplication {
    @Autowired Rooms rooms;
    @Autowired PublicIds ids;

    /** How many watch now, and how many ever did. */
    private static final class Counted implements LiveBus {
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger all = new AtomicInteger();
        private final Map<Topic, Runnable> wakes = new HashMap<>();

        @Override
        public void wake(Topic topic) {
            Objects.requireNonNull(wakes.get(topic)).run();
        }

        @Override
        public boolean isOfOneProcess() {
            return true;
        }

        @Override
        public boolean lossy() {
            return false;
        }

        @Override
        public Watch watch(Topic topic, Runnable wake) {
            open.incrementAndGet();
            all.incrementAndGet();
            wakes.put(topic, wake);
            return open::decrementAndGet;
        }
    }

    @Test
    void whatHappensInTheQueueWakesItsWatchersOnceInAWhileAndTheirOwnConversationAtOnce()
            throws Exception {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var said = visitor.says("hello").at("/conversation/id").asString();
        var id = ids.as(ConversationId.class, said);
        var tenant = ids.as(TenantId.class, company.id());
        var member = ids.as(MemberId.class, company.owner());
        var watcher = new Caller.Member(tenant, member, Set.of(Role.OWNER));
        var bus = new Counted();
        var stream = new ConversationStream(with(bus), id, 0);
        var woken = new AtomicInteger();
        try (var _ = stream.watch(watcher, woken::incrementAndGet)) {
            await().until(() -> CurrentTenant.call(tenant, () -> isQueued(stream.read(watcher))));

            for (var i = 0; i < 1_000; i++) {
                bus.wake(new Topic.OfQueues(tenant));
            }
            await().until(() -> woken.get() == 1);
            bus.wake(new Topic.OfQueues(tenant));
            await().until(() -> woken.get() == 2);

            bus.wake(new Topic.OfConversation(tenant, id));
            assertThat(woken).hasValue(3);
        }
    }

    private static boolean isQueued(List<Object> events) {
        return events.stream()
                .anyMatch(it ->
                        it instanceof ConversationChange change
                                && change.conversation().state() == ConversationState.QUEUED);
    }

    private Rooms with(LiveBus bus) {
        return new Rooms(
                rooms.conversations(),
                rooms.readings(),
                rooms.typists(),
                rooms.presence(),
                bus,
                rooms.clock());
    }

    @Test
    void aStreamThatCannotStartLeavesNobodyWatching() {
        var bus = new Counted();
        var stream = new ConversationStream(with(bus), new ConversationId(NewId.next()), 0);
        var visitor =
                new Caller.Visitor(
                        new TenantId(NewId.next()),
                        new VisitorId(NewId.next()),
                        new ChannelId(NewId.next()),
                        new ContactId(NewId.next()),
                        false);

        // no company is bound here, so that the database cannot be asked
        assertThatIllegalStateException().isThrownBy(() -> stream.watch(visitor, () -> {}));

        assertThat(bus.all).hasValue(2);
        assertThat(bus.open).hasValue(0);
    }
}
