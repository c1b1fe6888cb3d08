package io.wenda.knowledge.answering;

import com.ibm.icu.util.ULocale;
import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.embedding.NormalText;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Entries that ask the same, each in a locale of its own, as zh-TW beside zh-CN: of those the asker
 * is answered by the one for her.
 */
final class Twins {
    private static final int OTHER_REGION = 1;
    private static final int OTHER_SCRIPT = 2;
    private static final int OTHER_LANGUAGE = 3;

    private Twins() {}

    /** What was found, best first; a twin for the locale stands where the best of its kind did. */
    static List<Found> of(List<Found> found, String locale) {
        if (found.stream().map(Found::locale).distinct().count() < 2) {
            return found;
        }
        var asking =
                found.stream().map(it -> new Asking(it, NormalText.of(it.question()))).toList();
        var seen = new HashSet<>();
        return asking.stream()
                .map(it -> it.twin(asking, locale).scored(it.found().score()))
                .filter(it -> seen.add(it.version()))
                .toList();
    }

    private record Asking(Found found, NormalText question) {
        /** Itself, where none is nearer; two of one locale are no twins. */
        Found twin(List<Asking> all, String locale) {
            return all.stream()
                    .filter(it -> it.question().equals(question))
                    .map(Asking::found)
                    .filter(it -> it.equals(found) || !it.locale().equals(found.locale()))
                    .min(Comparator.comparingInt(it -> distance(it.locale(), locale)))
                    .orElse(found);
        }
    }

    private static int distance(String one, String other) {
        var a = ULocale.addLikelySubtags(ULocale.forLanguageTag(one));
        var b = ULocale.addLikelySubtags(ULocale.forLanguageTag(other));
        if (!a.getLanguage().equals(b.getLanguage())) {
            return OTHER_LANGUAGE;
        }
        if (!a.getScript().equals(b.getScript())) {
            return OTHER_SCRIPT;
        }
        return a.getCountry().equals(b.getCountry()) ? 0 : OTHER_REGION;
    }
}
