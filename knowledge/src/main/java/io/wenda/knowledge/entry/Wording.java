package io.wenda.knowledge.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenda.knowledge.embedding.NormalText;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text of a version, checked.
 *
 * @param answer empty: still to be written
 */
public record Wording(
        String locale, String question, List<String> similarQuestions, String answer) {
    static final int LONGEST_QUESTION = 500;
    static final int LONGEST_ANSWER = 8_000;
    static final int MOST_SIMILAR_QUESTIONS = 50;

    static Wording of(NewEntry entry) {
        return new Wording(
                locale(entry.locale()),
                question(entry.question()),
                similar(entry.similarQuestions()),
                entry.answer() == null ? "" : answer(entry.answer()));
    }

    /** This wording with the changes in it. */
    Wording with(Revision change) {
        return new Wording(
                locale,
                change.question() == null ? question : question(change.question()),
                change.similarQuestions() == null
                        ? similarQuestions
                        : similar(change.similarQuestions()),
                change.answer() == null ? answer : answer(change.answer()));
    }

    /** What a customer's question is compared with. */
    List<String> questions() {
        var questions = new ArrayList<String>();
        questions.add(question);
        questions.addAll(similarQuestions);
        return questions;
    }

    /** Those who ask the same, in whatever spelling, have the same key. */
    static UUID questionKey(String question) {
        return UUID.nameUUIDFromBytes(NormalText.of(question).value().getBytes(UTF_8));
    }

    /** Everything an editor may look for, in the form in which texts are compared. */
    String searchText() {
        return Stream.concat(questions().stream(), Stream.of(answer))
                .map(text -> NormalText.of(text).value())
                .collect(Collectors.joining("\n"));
    }

    /** Several lines, each once. */
    static List<String> lines(List<String> values, int most, int longest, String field) {
        if (values.size() > most) {
            throw Refusal.Invalid.tooLong(
                    "must be at most %d, are %d".formatted(most, values.size()), field);
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> Text.line(values.get(i), longest, field, Objects.toString(i)))
                .distinct()
                .toList();
    }

    private static String answer(String value) {
        var safe = SafeMarkdown.of(Text.text(value, LONGEST_ANSWER, "answer"));
        if (safe.isBlank()) {
            throw new Refusal.Invalid("must not be nothing but HTML that nobody may run", "answer");
        }
        return Text.text(safe, LONGEST_ANSWER, "answer");
    }

    static String question(String value) {
        return findable(Text.line(value, LONGEST_QUESTION, "question"), "question");
    }

    private static List<String> similar(List<String> values) {
        var lines = lines(values, MOST_SIMILAR_QUESTIONS, LONGEST_QUESTION, "similarQuestions");
        lines.forEach(line -> findable(line, "similarQuestions"));
        return lines;
    }

    /** A question is found by its words: emoji alone, say, no customer would ever come near. */
    private static String findable(String question, String field) {
        if (NormalText.of(question).isEmpty()) {
            throw new Refusal.Invalid("must have a letter or a digit in it", field);
        }
        return question;
    }

    static String locale(String value) {
        try {
            var locale = new Locale.Builder().setLanguageTag(value).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException _) {
            // refused below, like a tag without a language
        }
        throw new Refusal.Invalid("must be a language tag such as en or zh-CN", "locale");
    }
}
