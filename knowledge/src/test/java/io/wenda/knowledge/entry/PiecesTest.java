package io.wenda.knowledge.entry;

import static io.wenda.knowledge.entry.TextPiece.Kind.ADDED;
import static io.wenda.knowledge.entry.TextPiece.Kind.REMOVED;
import static io.wenda.knowledge.entry.TextPiece.Kind.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void englishIsComparedWordByWord() {
        assertThat(Pieces.ofTexts("Within seven days.", "Within 14 days.", Locale.ENGLISH))
                .containsExactly(
                        new TextPiece(SAME, "Within "),
                        new TextPiece(REMOVED, "seven"),
                        new TextPiece(ADDED, "14"),
                        new TextPiece(SAME, " days."));
    }

    @Test
    void chineseIsComparedWordByWord() {
        assertThat(Pieces.ofTexts("我们从北京发货。", "我们从上海发货。", Locale.CHINA))
                .containsExactly(
                        new TextPiece(SAME, "我们从"),
                        new TextPiece(REMOVED, "北京"),
                        new TextPiece(ADDED, "上海"),
                        new TextPiece(SAME, "发货。"));
    }

    @Test
    void listsAreComparedLineByLine() {
        assertThat(Pieces.ofLines(List.of("a", "b", "c"), List.of("a", "c", "d")))
                .containsExactly(
                        new TextPiece(SAME, "a"),
                        new TextPiece(REMOVED, "b"),
                        new TextPiece(SAME, "c"),
                        new TextPiece(ADDED, "d"));
    }

    @Test
    void nothingAndTheSameAreNoDifference() {
        assertThat(Pieces.ofTexts("", "", Locale.ENGLISH)).isEmpty();
        assertThat(Pieces.ofTexts("same", "same", Locale.ENGLISH))
                .containsExactly(new TextPiece(SAME, "same"));
        assertThat(Pieces.ofTexts("", "new", Locale.ENGLISH))
                .containsExactly(new TextPiece(ADDED, "new"));
    }

    @Test
    void thePiecesMakeBothTextsAgain() {
        var random = new Random(7);
        for (var i = 0; i < 50; i++) {
            var before = words(random);
            var after = words(random);

            var pieces = Pieces.ofTexts(before, after, Locale.ENGLISH);

            assertThat(without(ADDED, pieces)).isEqualTo(before);
            assertThat(without(REMOVED, pieces)).isEqualTo(after);
        }
    }

    private static String words(Random random) {
        return IntStream.range(0, 200)
                .mapToObj(_ -> "w" + random.nextInt(20))
                .collect(Collectors.joining(" "));
    }

    private static String without(TextPiece.Kind kind, List<TextPiece> pieces) {
        return pieces.stream()
                .filter(it -> it.kind() != kind)
                .map(TextPiece::text)
                .collect(Collectors.joining());
    }
}
