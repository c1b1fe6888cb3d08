package io.wenda.knowledge.confidence;

import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a text that carry meaning: for Chinese its characters, for English roughly stemmed words. */
final class Words {

    private static final Set<String> EMPTY_ENGLISH = Set.of(
            ("a an the i me my we our you your it its this that these those is are was were be been am do does did done"
                            + " can could will would shall should may might must have has had to of in on at for from by"
                            + " with and or but if so as not no how what when where who why which there here please"
                            + " im i'm dont don't cant can't get got want need long much many")
                    .split(" "));
    private static final String EMPTY_CHINESE = "的了吗呢吧啊呀我你您他她们是在有和就都也很这那个一不没要想能可以会怎么样什请给把被啥咋如何多少几";

    private Words() {}

    /** The share of the question's words that the text has, zero where the question has none. */
    static double shared(NormalText question, NormalText text) {
        var asked = of(question);
        if (asked.isEmpty()) {
            return 0;
        }
        var known = of(text);
        return (double) asked.stream().filter(known::contains).count() / asked.size();
    }

    private static Set<String> of(NormalText text) {
        return text.language() == Language.CHINESE ? characters(text.value()) : stems(text.value());
    }

    private static Set<String> characters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .filter(character -> !EMPTY_CHINESE.contains(character))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> stems(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}']+"))
                .filter(word -> !word.isEmpty() && !EMPTY_ENGLISH.contains(word))
                .map(Words::stem)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String stem(String word) {
        for (var ending : new String[] {"ing", "ed", "es", "s", "e"}) {
            if (word.endsWith(ending) && word.length() >= ending.length() + 3) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
