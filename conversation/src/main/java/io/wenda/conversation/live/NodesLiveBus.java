package io.wenda.conversation.live;

import io.wenda.conversation.ConversationId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.node.Nodes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The bus of an installation: wakes who watches here, and tells the other nodes to do so too. */
@Component
@Primary
class NodesLiveBus implements LiveBus {
    private final MemoryLiveBus here;
    private final Nodes nodes;

    /** A topic as it travels; neither conversation nor member: the company's queues. */
    record Woken(UUID tenant, @Nullable UUID conversation, @Nullable UUID member) {
        static Woken of(Topic topic) {
            var tenant = topic.tenant().value();
            return switch (topic) {
                case Topic.OfConversation(_, var id) -> new Woken(tenant, id.value(), null);
                case Topic.OfMember(_, var id) -> new Woken(tenant, null, id.value());
                case Topic.OfQueues _ -> new Woken(tenant, null, null);
            };
        }

        Topic topic() {
            var company = new TenantId(tenant);
            if (conversation != null) {
                return new Topic.OfConversation(company, new ConversationId(conversation));
            }
            return member == null
                    ? new Topic.OfQueues(company)
                    : new Topic.OfMember(company, new MemberId(member));
        }
    }

    NodesLiveBus(MemoryLiveBus here, Nodes nodes) {
        this.here = here;
        this.nodes = nodes;
        nodes.hear(Woken.class, woken -> here.wake(woken.topic()));
    }

    @Override
    public void wake(Topic topic) {
        here.wake(topic);
        nodes.tell(Woken.of(topic));
    }

    @Override
    public boolean isOfOneProcess() {
        return nodes.isOnlyOne();
    }

    @Override
    public boolean lossy() {
        return nodes.lossy();
    }

    @Override
    public Watch watch(Topic topic, Runnable wake) {
        return here.watch(topic, wake);
    }
}
