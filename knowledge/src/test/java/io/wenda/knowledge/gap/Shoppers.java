package io.wenda.knowledge.gap;

import io.wenda.knowledge.answering.Decision;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/** Customers whose conversations ended, as a test says. */
@Component
class Shoppers implements EndedConversations {
    static final ChannelId SHOP = new ChannelId(NewId.next());

    private final Map<TenantId, Queue<Served>> ended = new ConcurrentHashMap<>();

    /** Each in a conversation of its own, and the bot knew nothing. */
    void ask(TenantId company, Instant at, String... questions) {
        Arrays.stream(questions)
                .forEach(it -> end(company, turn(1, it, at, Decision.HANDOVER, 0.1, 0)));
    }

    void end(TenantId company, Served.Turn... turns) {
        ended.computeIfAbsent(company, _ -> new ConcurrentLinkedQueue<>())
                .add(new Served(NewId.next(), SHOP, "en", List.of(turns)));
    }

    static Served.Turn turn(
            int seq,
            String question,
            Instant at,
            Decision decision,
            double confidence,
            int minutes,
            String... replies) {
        return new Served.Turn(
                seq,
                question,
                at,
                decision,
                confidence,
                minutes > 0,
                Duration.ofMinutes(minutes),
                List.of(replies));
    }

    /** None, so that no round takes them before the test does. */
    @Override
    public List<TenantId> companies() {
        return List.of();
    }

    @Override
    public List<Served> take(int most) {
        var queue = ended.getOrDefault(CurrentTenant.get(), new ArrayDeque<>());
        var taken = new ArrayList<Served>();
        while (taken.size() < most && !queue.isEmpty()) {
            taken.add(queue.remove());
        }
        return taken;
    }
}
