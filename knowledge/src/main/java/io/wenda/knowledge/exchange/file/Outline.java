package io.wenda.knowledge.exchange.file;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A document as headings, and the paragraphs under each. */
final class Outline {

    /** What stands under a heading, and the headings above it. */
    record Section(List<String> path, List<String> paragraphs) {}

    private final List<Section> sections = new ArrayList<>();
    private final TreeMap<Integer, String> path = new TreeMap<>();
    private List<String> paragraphs = new ArrayList<>();

    /** The heading, and all deeper ones before it, are over. */
    void heading(int level, String title) {
        var line = line(title);
        if (line.isEmpty()) {
            return;
        }
        close();
        path.tailMap(level, true).clear();
        path.put(level, line);
    }

    void paragraph(String text) {
        if (!text.isBlank()) {
            paragraphs.add(text.strip());
        }
    }

    List<Section> sections() {
        close();
        return sections;
    }

    private void close() {
        if (!paragraphs.isEmpty()) {
            sections.add(new Section(List.copyOf(path.values()), paragraphs));
            paragraphs = new ArrayList<>();
        }
    }

    /** One line, whatever stood between the words. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    }
}
