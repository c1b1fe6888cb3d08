package io.wenda.knowledge.answering;

import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Rewording;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A company's own words.
 *
 * @param version 0: never chosen
 */
public record WordLists(int version, List<Synonym> synonyms, List<String> sensitive) {
    static final WordLists NONE = new WordLists(0, List.of(), List.of());
    private static final int MOST_SYNONYMS = 500;
    private static final int MOST_OTHERS = 20;
    private static final int MOST_SENSITIVE = 1_000;
    private static final int LONGEST = 50;

    /**
     * A word that the knowledge uses, and what customers say instead.
     *
     * @param others each means the word, and no word else
     */
    public record Synonym(String word, List<String> others) {
        public Synonym {
            others = List.copyOf(others);
        }
    }

    public WordLists {
        synonyms = List.copyOf(synonyms);
        sensitive = List.copyOf(sensitive);
    }

    /** The lists as they may be kept; refuses what says nothing, or two things. */
    static WordLists checked(List<Synonym> synonyms, List<String> sensitive) {
        few(synonyms.size(), MOST_SYNONYMS, "synonyms");
        few(sensitive.size(), MOST_SENSITIVE, "sensitive");
        var meant = new HashMap<String, String>();
        for (var i = 0; i < synonyms.size(); i++) {
            var at = Integer.toString(i);
            var synonym = synonyms.get(i);
            var word = word(synonym.word(), "synonyms", at, "word");
            few(synonym.others().size(), MOST_OTHERS, "synonyms", at, "others");
            for (var j = 0; j < synonym.others().size(); j++) {
                var other = word(synonym.others().get(j), "synonyms", at, "others", "" + j);
                if (meant.put(other, word) != null || other.equals(word)) {
                    throw new Refusal.Invalid(
                            "\"%s\" can mean one other word only".formatted(other),
                            "synonyms",
                            at,
                            "others",
                            "" + j);
                }
            }
        }
        IntStream.range(0, sensitive.size())
                .forEach(i -> word(sensitive.get(i), "sensitive", "" + i));
        return new WordLists(0, synonyms, sensitive);
    }

    private static void few(int size, int most, String... field) {
        if (size > most) {
            throw Refusal.Invalid.tooLong(
                    "must be at most %d, are %d".formatted(most, size), field);
        }
    }

    private static String word(String written, String... field) {
        var word = NormalText.of(Text.line(written, LONGEST, field));
        if (word.isEmpty()) {
            throw new Refusal.Invalid("must have a letter or a digit", field);
        }
        return word.value();
    }

    /** Reads a question in the company's words. */
    Rewording rewording() {
        var words = new HashMap<String, String>();
        synonyms.forEach(synonym ->
                synonym.others()
                        .forEach(other ->
                                words.put(
                                        NormalText.of(other).value(),
                                        NormalText.of(synonym.word()).value())));
        return new Rewording(words);
    }

    /** Puts stars in the place of sensitive words. */
    Rewording starring() {
        var stars = new HashMap<String, String>();
        sensitive.forEach(word -> stars.put(NormalText.of(word).value(), "***"));
        return new Rewording(stars);
    }
}
