package io.wenda.knowledge.exchange;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.entry.ImportPolicy;
import io.wenda.knowledge.entry.LineQuestion;
import io.wenda.knowledge.entry.NewEntry;
import io.wenda.knowledge.entry.Wanted;
import io.wenda.knowledge.entry.Wanted.Part;
import io.wenda.knowledge.exchange.WorkTable.Claim;
import io.wenda.knowledge.exchange.file.Column;
import io.wenda.knowledge.exchange.file.Content;
import io.wenda.knowledge.exchange.file.Item;
import io.wenda.knowledge.exchange.file.Line;
import io.wenda.tenant.Refusal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What a file may have no column for. */
    private static final Map<Column, Part> PARTS =
            Map.of(
                    Column.LOCALE, Part.LOCALE,
                    Column.CATEGORY, Part.CATEGORY,
                    Column.TAGS, Part.TAGS,
                    Column.SIMILAR_QUESTIONS, Part.SIMILAR_QUESTIONS,
                    Column.VALID_FROM, Part.VALID_FROM,
                    Column.VALID_UNTIL, Part.VALID_UNTIL);

    private final EntryNames names;
    private final ChannelNames channels;

    WantedLines(EntryNames names, ChannelNames channels) {
        this.names = names;
        this.channels = channels;
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

    /**
     * A file, understood.
     *
     * @param named entries that its lines name
     */
    record File(List<Read> lines, Set<EntryId> named) {}

    /** All lines in their order. */
    File of(Claim claim, Content content) {
        var reading = new Reading(claim, content.said());
        var lines = content.lines().stream().map(reading::read).toList();
        return new File(lines.stream().map(reading::counted).toList(), reading.named);
    }

    /** Lines one after the other: what one asks for may hang on those before. */
    private final class Reading {
        private final Claim claim;
        private final TermCells terms = new TermCells(channels.all());
        private final Set<Part> unsaid = EnumSet.noneOf(Part.class);
        private final Set<EntryId> named = new HashSet<>();
        private final Map<LineQuestion, Integer> asked = new HashMap<>();

        Reading(Claim claim, Set<Column> said) {
            this.claim = claim;
            PARTS.forEach((column, part) -> {
                if (!said.contains(column)) {
                    unsaid.add(part);
                }
            });
        }

        Read read(Line line) {
            try {
                return new Read(line, wanted(line.item()), null);
            } catch (Refusal refusal) {
                return new Read(line, null, refusal);
            }
        }

        /** Once all are read. */
        Read counted(Read read) {
            var question = read.wanted() == null ? null : read.wanted().asked();
            if (question == null) {
                return read;
            }
            var all = Objects.requireNonNull(asked.get(question.after(0)));
            return new Read(read.line(), read.known().asking(question.among(all)), null);
        }

        private Wanted wanted(Item item) {
            var entry = item.entry() == null ? null : names.read(item.entry());
            if (entry != null && !named.add(entry)) {
                throw new Refusal.Conflict("a line before names the same entry", "entry");
            }
            var text =
                    new NewEntry(
                            Objects.requireNonNullElse(item.locale(), claim.locale()),
                            item.question(),
                            item.similarQuestions(),
                            item.answer(),
                            item.category(),
                            item.tags());
            var publish = isPublished(Objects.requireNonNullElse(item.state(), ""));
            return new Wanted(
                    entry,
                    text,
                    terms.terms(item),
                    publish,
                    unsaid,
                    entry == null ? asked(text) : null);
        }

        private @Nullable LineQuestion asked(NewEntry text) {
            if (claim.policy() == ImportPolicy.ADD) {
                return null;
            }
            var first = LineQuestion.of(text, unsaid);
            return first.after(asked.merge(first, 1, Integer::sum) - 1);
        }
    }

    private static boolean isPublished(String state) {
        var plain = state.strip().toLowerCase(Locale.ROOT);
        if (!PUBLISHED.contains(plain) && !DRAFT.contains(plain)) {
            throw new Refusal.Invalid("must be DRAFT or PUBLISHED", "state");
        }
        return PUBLISHED.contains(plain);
    }
}
