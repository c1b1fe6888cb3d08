package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.live.Topic;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an agent has before her: her own open conversations, and the queue of her groups. */
@Component
public class Inbox {

    /** An entry; it changed when its version did. */
    public record Item(ConversationId conversation, int version) {}

    /** What is in it now, in no particular order. */
    public List<Item> of(MemberId member) {
        throw new UnsupportedOperationException();
    }

    /** What to watch on the live bus: after each wake-up, read it again and compare. */
    public static Set<Topic> topics(TenantId tenant, MemberId member) {
        return Set.of(new Topic.OfMember(tenant, member), new Topic.OfQueues(tenant));
    }
}
