package io.wenda.benchmark.bare;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Who watches which conversation, in memory. */
@Component
class Live {
    private final Map<UUID, Set<FluxSink<MessageController.Message>>> watchers =
            new ConcurrentHashMap<>();

    Flux<MessageController.Message> of(UUID conversation) {
        return Flux.create(sink -> {
            var all = watchers.computeIfAbsent(conversation, _ -> ConcurrentHashMap.newKeySet());
            all.add(sink);
            sink.onDispose(() -> all.remove(sink));
        });
    }

    void tell(UUID conversation, MessageController.Message message) {
        watchers.getOrDefault(conversation, Set.of()).forEach(sink -> sink.next(message));
    }
}
