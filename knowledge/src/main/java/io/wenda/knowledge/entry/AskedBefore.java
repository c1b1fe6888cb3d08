package io.wenda.knowledge.entry;

import static java.util.stream.Collectors.groupingBy;

import io.wenda.knowledge.EntryId;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which entries ask what lines of an import ask, as they did when the lines were looked at. */
final class AskedBefore {
    private final Map<UUID, List<Asking>> byKey;
    private final Set<EntryId> named;
    private final ImportPolicy policy;

    /** An entry that asks something, now or in the version that is in the making. */
    record Asking(UUID key, String locale, @Nullable String category, EntryId entry) {}

    /**
     * What is known of lines.
     *
     * @param asking oldest first
     * @param named entries that the file names: they are no other line's
     */
    AskedBefore(List<Asking> asking, Set<EntryId> named, ImportPolicy policy) {
        this.byKey = asking.stream().collect(groupingBy(Asking::key));
        this.named = named;
        this.policy = policy;
    }

    /** The entry that the line names, or that asks the same; empty where it shall be a new one. */
    Optional<EntryId> of(Wanted line) {
        return line.entry() == null
                ? Optional.ofNullable(line.asked()).flatMap(this::same)
                : Optional.of(line.entry());
    }

    /**
     * Refuses a line of which nobody can tell which entry it would revise: more do ask this than
     * lines of the file, and not in one category.
     */
    void requireOnePlace(Wanted line) {
        var asked = line.asked();
        if (policy != ImportPolicy.REVISE || asked == null || !asked.anywhere()) {
            return;
        }
        var categories = fitting(asked).map(it -> Objects.toString(it.category())).distinct();
        var entries = fitting(asked).map(Asking::entry).distinct();
        if (entries.count() > asked.lines() && categories.count() > 1) {
            throw new Refusal.Conflict(
                    "entries of more than one category ask this: name the category, or the entry id",
                    "category");
        }
    }

    private Optional<EntryId> same(LineQuestion asked) {
        return fitting(asked).map(Asking::entry).distinct().skip(asked.nth()).findFirst();
    }

    private Stream<Asking> fitting(LineQuestion asked) {
        return byKey.getOrDefault(asked.key(), List.of()).stream()
                .filter(it -> it.locale().equals(asked.locale()))
                .filter(it -> asked.anywhere() || Objects.equals(it.category(), asked.category()))
                .filter(it -> !named.contains(it.entry()));
    }
}
