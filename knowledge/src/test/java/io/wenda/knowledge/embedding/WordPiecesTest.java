package io.wenda.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final String TOKENIZER =
            """
            {"model": {"vocab": {"[UNK]": 100, "[CLS]": 101, "[SEP]": 102, "refund": 1, "re": 2,
              "##fund": 3, "##ed": 4, "退": 5, "款": 6, "?": 7, "cafe": 8}}}
            """;

    @Test
    void theLongestPieceOfEachWordIsTaken() {
        assertThat(pieces(16).encode("refunded refund")).containsExactly(101, 1, 4, 1, 102);
    }

    @Test
    void chineseCharactersAndMarksAreWordsOfTheirOwn() {
        assertThat(pieces(16).encode("退款?refund")).containsExactly(101, 5, 6, 7, 1, 102);
    }

    @Test
    void capitalsAndAccentsDoNotMatter() {
        assertThat(pieces(16).encode("CAFÉ")).containsExactly(101, 8, 102);
    }

    @Test
    void aWordWithAnUnknownPieceIsUnknownAsAWhole() {
        assertThat(pieces(16).encode("refundx 火")).containsExactly(101, 100, 100, 102);
        assertThat(pieces(16).encode("re".repeat(60))).containsExactly(101, 100, 102);
    }

    @Test
    void whatIsTooLongIsCutAndStillEnded() {
        assertThat(pieces(4).encode("refund refund refund refund")).containsExactly(101, 1, 1, 102);
    }

    @Test
    void controlCharactersAreDropped() {
        assertThat(pieces(16).encode("re\u0000fund\u200b")).containsExactly(101, 1, 102);
    }

    private static WordPieces pieces(int most) {
        return new WordPieces(
                new ByteArrayInputStream(TOKENIZER.getBytes(StandardCharsets.UTF_8)), most);
    }
}
