package io.wenda.knowledge.exchange;

import io.wenda.knowledge.entry.NewEntry;
import io.wenda.knowledge.entry.Wanted;
import io.wenda.knowledge.exchange.WorkTable.Claim;
import io.wenda.knowledge.exchange.file.Item;
import io.wenda.knowledge.exchange.file.Line;
import io.wenda.tenant.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what the lines of a file ask for, as far as the file alone tells. */
@Component
class WantedLines {
    private static final Set<String> PUBLISHED = Set.of("published", "publish", "已发布", "发布");

    /** The states of an export: whatever is on its way, or was, comes in as a draft. */
    private static final Set<String> DRAFT =
            Set.of("", "draft", "草稿", "in_review", "approved", "retired");

    private final EntryNames names;

    WantedLines(EntryNames names) {
        this.names = names;
    }

    /** A line, and what it asks for, or why that cannot be told. */
    record Read(Line line, @Nullable Wanted wanted, @Nullable Refusal refusal) {
        Wanted known() {
            return Objects.requireNonNull(wanted);
        }

        Refusal why() {
            return Objects.requireNonNull(refusal);
        }
    }

    /** All lines in their order. */
    List<Read> of(Claim claim, List<Line> lines) {
        var seen = new HashSet<String>();
        return lines.stream().map(line -> read(claim, line, seen)).toList();
    }

    private Read read(Claim claim, Line line, Set<String> seen) {
        try {
            return new Read(line, wanted(claim, line.item(), seen), null);
        } catch (Refusal refusal) {
            return new Read(line, null, refusal);
        }
    }

    private Wanted wanted(Claim claim, Item item, Set<String> seen) {
        var entry = item.entry();
        if (entry != null && !seen.add(entry)) {
            throw new Refusal.Conflict("a line before names the same entry", "entry");
        }
        return new Wanted(
                entry == null ? null : names.read(entry),
                new NewEntry(
                        Objects.requireNonNullElse(item.locale(), claim.locale()),
                        item.question(),
                        item.similarQuestions(),
                        item.answer(),
                        item.category(),
                        item.tags()),
                isPublished(Objects.requireNonNullElse(item.state(), "")));
    }

    private static boolean isPublished(String state) {
        var plain = state.strip().toLowerCase(Locale.ROOT);
        if (!PUBLISHED.contains(plain) && !DRAFT.contains(plain)) {
            throw new Refusal.Invalid("must be DRAFT or PUBLISHED", "state");
        }
        return PUBLISHED.contains(plain);
    }
}
