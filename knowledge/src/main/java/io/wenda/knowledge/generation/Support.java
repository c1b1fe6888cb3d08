package io.wenda.knowledge.generation;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text stands in others: every number, code, address and link of it, its saying no, and
 * most of its words.
 */
final class Support {
    /** So much of what a sentence says must be in the passages. */
    private static final double SHARE = 0.6;

    private static final Pattern LINK =
            Pattern.compile(
                    "(?:[a-z][a-z0-9+.-]*://|www\\.|(?:mailto|tel|javascript|data|vbscript):)"
                            + "[^\\s<>\"'()\\[\\]，。；！？、）】]+"
                            + "|[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}"
                            + "|(?:[a-z0-9-]+\\.)+[a-z]{2,}(?:/[^\\s<>\"'()\\[\\]，。；！？、）】]*)?");
    private static final Pattern CODE =
            Pattern.compile("[a-z0-9]*[0-9][a-z0-9]*(?:[-_./:,][a-z0-9]+)*%?");
    private static final Pattern RANGE = Pattern.compile("[0-9]+(?:[-/:][0-9]+)+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}&&[^\\p{IsHan}]]{4,}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
    private static final Pattern NO =
            Pattern.compile("\\b(?:not?|never|none|cannot|without)\\b|n['’]t\\b|[不没未无勿別别]");

    private Support() {}

    /** Whether the sentence says nothing but what the passages do. */
    static boolean of(String sentence, List<Passage> passages) {
        var said = normal(sentence);
        var known = new StringBuilder();
        passages.forEach(it ->
                known.append(normal(it.question()))
                        .append('\n')
                        .append(normal(it.answer()))
                        .append('\n'));
        var all = known.toString();
        return !said.contains("<")
                && matches(LINK, all).containsAll(matches(LINK, said))
                && codes(all).containsAll(codes(said))
                && (!NO.matcher(said).find() || NO.matcher(all).find())
                && share(words(said), words(all)) >= SHARE;
    }

    private static double share(Set<String> said, Set<String> known) {
        return said.isEmpty()
                ? 1
                : (double) said.stream().filter(known::contains).count() / said.size();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Set<String> matches(Pattern pattern, String text) {
        var found = new HashSet<String>();
        pattern.matcher(text)
                .results()
                .forEach(it -> found.add(it.group().replaceAll("[.,;:!?]+$", "")));
        return found;
    }

    /** Numbers without thousands' commas; of a range its ends too. */
    private static Set<String> codes(String text) {
        var found = new HashSet<String>();
        for (var code : matches(CODE, text.replaceAll("(?<=[0-9]),(?=[0-9]{3}\\b)", ""))) {
            found.add(code);
            if (RANGE.matcher(code).matches()) {
                found.addAll(List.of(code.split("[-/:]", -1)));
            }
        }
        return found;
    }

    /** Words by their beginnings, for their endings differ; of Chinese each pair of characters. */
    private static Set<String> words(String text) {
        var found = new HashSet<String>();
        WORD.matcher(text).results().forEach(it -> found.add(it.group().substring(0, 4)));
        HAN.matcher(text)
                .results()
                .map(it -> it.group())
                .forEach(run -> {
                    for (var i = 0; i + 2 <= run.length(); i++) {
                        found.add(run.substring(i, i + 2));
                    }
                });
        return found;
    }
}
