package io.wenda.knowledge.entry;

import io.wenda.knowledge.entry.Wanted.Part;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what the entry of a line is found that names none: what it asks, in which language and
 * category.
 *
 * @param anywhere whatever the category
 * @param nth which one of those that ask the same, where lines of one file do: the first line's
 *     entry is the oldest
 * @param lines how many lines of the file ask it
 */
public record LineQuestion(
        UUID key, String locale, @Nullable String category, boolean anywhere, int nth, int lines) {

    /** What the first line asks that says this. */
    public static LineQuestion of(NewEntry text, Set<Part> unsaid) {
        var anywhere = unsaid.contains(Part.CATEGORY);
        return new LineQuestion(
                Wording.questionKey(Wording.question(text.question())),
                Wording.locale(text.locale()),
                anywhere ? null : KnowledgeEntries.category(text.category()),
                anywhere,
                0,
                1);
    }

    /** The same, after so many lines that ask it. */
    public LineQuestion after(int before) {
        return new LineQuestion(key, locale, category, anywhere, before, lines);
    }

    /** The same, in a file of which so many lines ask it. */
    public LineQuestion among(int all) {
        return new LineQuestion(key, locale, category, anywhere, nth, all);
    }
}
