package io.wenda.knowledge.entry;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Cuts two texts into what they share and what only one of them has. */
final class Pieces {
    private Pieces() {}

    /** Word by word; ICU knows the words of Chinese by its dictionary. */
    static List<TextPiece> ofTexts(String before, String after, Locale locale) {
        var pieces = new ArrayList<TextPiece>();
        for (var piece : ofLines(words(before, locale), words(after, locale))) {
            var last = pieces.isEmpty() ? null : pieces.getLast();
            if (last != null && last.kind() == piece.kind()) {
                pieces.set(
                        pieces.size() - 1, new TextPiece(last.kind(), last.text() + piece.text()));
            } else {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** Each line a piece, what is removed before what takes its place. */
    static List<TextPiece> ofLines(List<String> before, List<String> after) {
        var pieces = new ArrayList<TextPiece>();
        var place = 0;
        for (var change : changes(before, after)) {
            add(pieces, TextPiece.Kind.SAME, before.subList(place, change.startOriginal));
            add(
                    pieces,
                    TextPiece.Kind.REMOVED,
                    before.subList(change.startOriginal, change.endOriginal));
            add(
                    pieces,
                    TextPiece.Kind.ADDED,
                    after.subList(change.startRevised, change.endRevised));
            place = change.endOriginal;
        }
        add(pieces, TextPiece.Kind.SAME, before.subList(place, before.size()));
        return pieces;
    }

    /** One change for each place: the library tells a replaced word as two or as many. */
    private static List<Change> changes(List<String> before, List<String> after) {
        var joined = new ArrayList<Change>();
        var found = new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null);
        found.sort(
                Comparator.<Change>comparingInt(it -> it.startOriginal)
                        .thenComparingInt(it -> it.startRevised));
        for (var next : found) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.endOriginal == next.startOriginal
                    && last.endRevised == next.startRevised) {
                joined.set(
                        joined.size() - 1,
                        new Change(
                                DeltaType.CHANGE,
                                last.startOriginal,
                                next.endOriginal,
                                last.startRevised,
                                next.endRevised));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static void add(List<TextPiece> pieces, TextPiece.Kind kind, List<String> texts) {
        texts.forEach(text -> pieces.add(new TextPiece(kind, text)));
    }

    private static List<String> words(String text, Locale locale) {
        var words = new ArrayList<String>();
        var breaks = BreakIterator.getWordInstance(locale);
        breaks.setText(text);
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }
}
