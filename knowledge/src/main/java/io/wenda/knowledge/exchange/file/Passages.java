package io.wenda.knowledge.exchange.file;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes of a document passages that can be answered with: each under the path of its headings, none
 * longer than what one reads in a chat.
 */
final class Passages {
    private static final int LONGEST_QUESTION = 450;
    private static final int LONGEST_FIRST_SENTENCE = 200;
    private static final String UNDER = " › ";

    private final String name;
    private final FileLimits limits;
    private final List<Item> items = new ArrayList<>();

    private Passages(String name, FileLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    /**
     * Passages of the document.
     *
     * @param name of the file: the heading of what has none
     */
    static Content of(Outline outline, String name, FileLimits limits) {
        var passages = new Passages(name, limits);
        outline.sections().forEach(passages::add);
        if (passages.items.isEmpty()) {
            throw FileFault.NO_TEXT.refusal("no text is in the file");
        }
        return Content.ofPassages(passages.items);
    }

    private void add(Outline.Section section) {
        var question = question(section.path());
        var parts = parts(section.paragraphs());
        for (var i = 0; i < parts.size(); i++) {
            if (items.size() >= limits.rows()) {
                throw Row.tooMany(limits);
            }
            var part = parts.get(i);
            items.add(
                    parts.size() == 1
                            ? Item.of(question, List.of(), part)
                            : Item.of(
                                    "%s (%d/%d)".formatted(question, i + 1, parts.size()),
                                    List.of(firstSentence(part)),
                                    part));
        }
    }

    /** The headings from the top, or as many of the nearest as a question may have. */
    private String question(List<String> path) {
        var known = path.isEmpty() ? List.of(Outline.line(name)) : path;
        for (var from = 0; from < known.size(); from++) {
            var joined = String.join(UNDER, known.subList(from, known.size()));
            if (length(joined) <= LONGEST_QUESTION) {
                return joined;
            }
        }
        return cut(known.getLast(), LONGEST_QUESTION);
    }

    /** Whole paragraphs as long as they fit; a longer one is cut between sentences. */
    private List<String> parts(List<String> paragraphs) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var paragraph : paragraphs) {
            for (var piece : pieces(paragraph)) {
                if (!part.isEmpty() && length(part) + length(piece) + 2 > limits.passage()) {
                    parts.add(part.toString());
                    part.setLength(0);
                }
                part.append(part.isEmpty() ? "" : "\n\n").append(piece);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private List<String> pieces(String paragraph) {
        if (length(paragraph) <= limits.passage()) {
            return List.of(paragraph);
        }
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (var sentence : sentences(paragraph)) {
            if (!piece.isEmpty() && length(piece) + length(sentence) > limits.passage()) {
                pieces.add(piece.toString().strip());
                piece.setLength(0);
            }
            piece.append(sentence);
        }
        pieces.add(piece.toString().strip());
        return pieces.stream().filter(it -> !it.isEmpty()).toList();
    }

    /** Sentences in any language; one without an end is cut where it is too long. */
    private List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            var rest = text.substring(start, end);
            while (length(rest) > limits.passage()) {
                var head = cut(rest, limits.passage());
                sentences.add(head);
                rest = rest.substring(head.length());
            }
            sentences.add(rest);
            start = end;
        }
        return sentences;
    }

    private String firstSentence(String passage) {
        return cut(Outline.line(sentences(passage).getFirst()), LONGEST_FIRST_SENTENCE);
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private static String cut(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
