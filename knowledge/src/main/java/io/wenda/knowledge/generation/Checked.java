package io.wenda.knowledge.generation;

import io.wenda.knowledge.generation.Generated.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a model wrote, held against the passages that it was given. */
final class Checked {
    private static final int LONGEST = 4_000;
    private static final Pattern CITATIONS =
            Pattern.compile("\\s*(?:[\\[【][0-9]{1,4}(?:\\s*[,，]\\s*[0-9]{1,4})*[\\]】]\\s*)+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？；\\n])");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private Checked() {}

    static Generated of(String written, String model, List<Passage> passages) {
        var text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Generated.Nothing(Why.BROKEN);
        }
        if (text.contains(Prompt.NO_ANSWER)) {
            return new Generated.Nothing(Why.DECLINED);
        }
        var said = new StringBuilder();
        var cited = new TreeSet<Integer>();
        var citations = CITATIONS.matcher(text);
        var from = 0;
        while (citations.find()) {
            var numbers = new TreeSet<Integer>();
            NUMBER.matcher(citations.group())
                    .results()
                    .forEach(it -> numbers.add(Integer.parseInt(it.group())));
            if (numbers.first() < 1 || numbers.last() > passages.size()) {
                return new Generated.Nothing(Why.LYING);
            }
            var claim = text.substring(from, citations.start());
            if (!isSupported(claim, numbers.stream().map(it -> passages.get(it - 1)).toList())) {
                return new Generated.Nothing(Why.UNSUPPORTED);
            }
            said.append(claim).append(between(text, citations.end()));
            cited.addAll(numbers);
            from = citations.end();
        }
        var rest = text.substring(from);
        if (cited.isEmpty() || SAYS_SOMETHING.matcher(rest).find()) {
            return new Generated.Nothing(Why.UNCITED);
        }
        var versions =
                new ArrayList<>(cited.stream().map(it -> passages.get(it - 1).version()).toList());
        return new Generated.Written(
                said.append(rest).toString().strip(), model, List.copyOf(versions));
    }

    private static boolean isSupported(String claim, List<Passage> passages) {
        return SENTENCE.splitAsStream(claim)
                .filter(it -> SAYS_SOMETHING.matcher(it).find())
                .allMatch(it -> Support.of(it, passages));
    }

    /** Sentences stay apart where a citation stood between them. */
    private static String between(String text, int end) {
        return end < text.length() && Character.isLetterOrDigit(text.charAt(end)) ? " " : "";
    }
}
