package io.wenda.api.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.tenant.isolation.Idempotency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does a mutation with an {@code idempotencyKey} once, however often it is sent. */
@Component
public class Once {
    private static final String KEY = "idempotencyKey";
    private final Idempotency idempotency;

    Once(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * The effect's answer, or, where it was done before, the same objects as they are now.
     *
     * @param ids of what the effect made or changed
     * @param again the answer from those ids, without secrets
     */
    public <T> T of(
            DataFetchingEnvironment mutation,
            Supplier<T> effect,
            Function<T, List<UUID>> ids,
            Function<List<UUID>, T> again) {
        return attempt(mutation)
                .map(attempt -> idempotency.once(attempt, effect, ids, again))
                .orElseGet(effect);
    }

    /** What the effect needs from outside of its transaction; empty where it was done before. */
    public <T> Optional<T> before(DataFetchingEnvironment mutation, Supplier<T> preparation) {
        return attempt(mutation).filter(idempotency::known).isPresent()
                ? Optional.empty()
                : Optional.of(preparation.get());
    }

    private static Optional<Idempotency.Attempt> attempt(DataFetchingEnvironment mutation) {
        Map<String, Object> input = mutation.getArgument("input");
        if (input == null || !(input.get(KEY) instanceof String key)) {
            return Optional.empty();
        }
        return Optional.of(
                new Idempotency.Attempt(
                        CallerContext.of(mutation).key(),
                        mutation.getField().getName(),
                        key,
                        canonical(input)));
    }

    /** The same text for the same input in whatever order it was written, and for no other. */
    private static String canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Map<?, ?> fields -> {
                var sorted = new TreeMap<String, String>();
                fields.forEach((name, inner) -> sorted.put((String) name, canonical(inner)));
                yield sorted.toString();
            }
            case List<?> items -> items.stream().map(Once::canonical).toList().toString();
            case Object plain -> plain.toString().length() + ":" + plain;
        };
    }
}
