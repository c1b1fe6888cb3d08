package io.wenda.conversation.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.conversation.ConversationId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryLiveBusTest {
    private final MemoryLiveBus bus = new MemoryLiveBus();
    private final TenantId tenant = new TenantId(NewId.next());
    private final ConversationId conversation = new ConversationId(NewId.next());
    private final Topic topic = new Topic.OfConversation(tenant, conversation);
    private final AtomicInteger woken = new AtomicInteger();

    @Test
    void watchersOfTheTopicAreWokenUntilTheyLeave() {
        var one = bus.watch(topic, woken::incrementAndGet);
        var other = bus.watch(topic, woken::incrementAndGet);

        bus.wake(topic);
        one.close();
        one.close();
        bus.wake(topic);
        other.close();
        bus.wake(topic);

        assertThat(woken).hasValue(3);
    }

    @Test
    void theSameIdOfAnotherCompanyIsAnotherTopic() {
        try (var _ = bus.watch(topic, woken::incrementAndGet)) {
            bus.wake(new Topic.OfConversation(new TenantId(NewId.next()), conversation));
            bus.wake(new Topic.OfQueues(tenant));
        }
        assertThat(woken).hasValue(0);
    }

    @Test
    void aWatcherThatFailsHarmsNobody() {
        try (var _ =
                        bus.watch(
                                topic,
                                () -> {
                                    throw new IllegalStateException("on purpose");
                                });
                var _ = bus.watch(topic, woken::incrementAndGet)) {
            bus.wake(topic);
        }
        assertThat(woken).hasValue(1);
    }
}
