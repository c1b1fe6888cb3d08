package io.wenda.api.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.wenda.RunningApplication;
import io.wenda.api.conversation.ConversationStream.Rooms;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.live.LiveBus;
import io.wenda.conversation.live.Topic;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConversationStreamTest extends RunningApplication {
    @Autowired Rooms rooms;

    /** How many watch now, and how many ever did. */
    private static final class Counted implements LiveBus {
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger all = new AtomicInteger();

        @Override
        public void wake(Topic topic) {
            throw new AssertionError("nothing happens here");
        }

        @Override
        public boolean lossy() {
            return false;
        }

        @Override
        public Watch watch(Topic topic, Runnable wake) {
            open.incrementAndGet();
            all.incrementAndGet();
            return open::decrementAndGet;
        }
    }

    @Test
    void aStreamThatCannotStartLeavesNobodyWatching() {
        var bus = new Counted();
        var seen =
                new Rooms(
                        rooms.conversations(),
                        rooms.readings(),
                        rooms.typists(),
                        rooms.presence(),
                        bus,
                        rooms.clock());
        var stream = new ConversationStream(seen, new ConversationId(NewId.next()), 0);
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
