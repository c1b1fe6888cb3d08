package io.wenda.knowledge.embedding;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * BERT's tokenizer: cuts a text into the word pieces of a model's vocabulary, longest match first.
 */
final class WordPieces {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int unknown;
    private final int first;
    private final int last;
    private final int most;

    /**
     * Reads a Hugging Face tokenizer.json; a text gives at most {@code most} pieces, the two marks
     * included.
     */
    WordPieces(InputStream tokenizer, int most) {
        new JsonMapper()
                .readTree(tokenizer)
                .at("/model/vocab")
                .properties()
                .forEach(piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        this.unknown = number("[UNK]");
        this.first = number("[CLS]");
        this.last = number("[SEP]");
        this.most = most;
    }

    long[] encode(String text) {
        var pieces = new ArrayList<Integer>();
        pieces.add(first);
        for (var word : words(text)) {
            cut(word, pieces);
            if (pieces.size() >= most) {
                break;
            }
        }
        var kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
        var encoded = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            encoded[i] = kept.get(i);
        }
        encoded[kept.size()] = last;
        return encoded;
    }

    private static List<String> words(String text) {
        // always lower case: the Chinese tokenizer.json does not ask for it, and its vocabulary has
        // no capitals
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    switch (CharacterClass.of(c)) {
                        case LETTER -> word.appendCodePoint(c);
                        case SPACE -> end(word, words);
                        case PUNCTUATION, IDEOGRAPH -> {
                            end(word, words);
                            words.add(Character.toString(c));
                        }
                        case DROPPED -> {}
                    }
                });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void cut(String word, List<Integer> pieces) {
        int[] letters = word.codePoints().toArray();
        var found = new ArrayList<Integer>();
        int start = 0;
        while (start < letters.length && letters.length <= LONGEST_WORD) {
            int end = letters.length;
            while (end > start && !vocabulary.containsKey(piece(letters, start, end))) {
                end--;
            }
            if (end == start) {
                break;
            }
            found.add(number(piece(letters, start, end)));
            start = end;
        }
        if (start < letters.length) {
            pieces.add(unknown);
        } else {
            pieces.addAll(found);
        }
    }

    private static String piece(int[] letters, int start, int end) {
        return (start > 0 ? "##" : "") + new String(letters, start, end - start);
    }

    private int number(String piece) {
        var number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalStateException("The vocabulary has no " + piece);
        }
        return number;
    }
}
