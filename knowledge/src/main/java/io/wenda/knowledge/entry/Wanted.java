package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an import asks for.
 *
 * @param entry the entry that it names
 * @param text every word of it
 * @param terms when and to whom the bot may say it; of an audience that it does not name, nothing
 * @param publish whether the bot shall answer with it at once, else it stays a draft
 * @param unsaid what its file says nothing of: of that, an entry keeps what it has
 * @param asked by what its entry is found where it names none; absent: it shall be a new one
 */
public record Wanted(
        @Nullable EntryId entry,
        NewEntry text,
        Terms terms,
        boolean publish,
        Set<Part> unsaid,
        @Nullable LineQuestion asked) {

    /** The same, with that for a question. */
    public Wanted asking(LineQuestion question) {
        return new Wanted(entry, text, terms, publish, unsaid, question);
    }

    /** What a file may say nothing of. */
    public enum Part {
        LOCALE,
        CATEGORY,
        TAGS,
        SIMILAR_QUESTIONS,
        VALID_FROM,
        VALID_UNTIL
    }

    /** The terms, with what the version has where the line says nothing. */
    Terms termsOver(VersionRow last) {
        var said = Objects.requireNonNullElse(terms.validity(), Validity.ALWAYS);
        return new Terms(
                Validity.ofLine(
                        unsaid.contains(Part.VALID_FROM) ? last.validFrom : said.from(),
                        unsaid.contains(Part.VALID_UNTIL) ? last.validUntil : said.until()),
                Objects.requireNonNullElse(terms.audience(), last.audience()));
    }

    /** The text, with what the entry has where the file says nothing. */
    NewEntry over(EntryRow entry, VersionRow last) {
        var answer = text.answer();
        var stillUnwritten = answer != null && answer.isBlank() && last.answer.isEmpty();
        return new NewEntry(
                unsaid.contains(Part.LOCALE) ? last.locale : text.locale(),
                text.question(),
                unsaid.contains(Part.SIMILAR_QUESTIONS)
                        ? last.wording().similarQuestions()
                        : text.similarQuestions(),
                stillUnwritten ? null : answer,
                unsaid.contains(Part.CATEGORY) ? entry.category : text.category(),
                unsaid.contains(Part.TAGS) ? entry.tags() : text.tags());
    }
}
