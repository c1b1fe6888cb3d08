package io.wenda.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {
    private static final String HALF = "\ud83d";

    @Test
    void aLineLosesTheSpaceAroundIt() {
        assertThat(Text.line(" \u3000问达 Wenda \n", 200, "name")).isEqualTo("问达 Wenda");
    }

    @Test
    void aTextKeepsEverything() {
        assertThat(Text.text(" a\n\tb ", 8000, "text")).isEqualTo(" a\n\tb ");
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(Text.text("😀😀", 2, "text")).isEqualTo("😀😀");
        refused(Refusal.Code.TOO_LONG, () -> Text.text("😀😀😀", 2, "text"));
    }

    @Test
    void emptyNulAndHalfAPairAreRefused() {
        refused(Refusal.Code.INVALID, () -> Text.text(" \n", 10, "text"));
        refused(Refusal.Code.INVALID, () -> Text.text("a\u0000b", 10, "text"));
        refused(Refusal.Code.INVALID, () -> Text.text("a" + HALF, 10, "text"));
        refused(Refusal.Code.INVALID, () -> Text.line("a" + HALF, 10, "text"));
    }

    @Test
    void aLineBreakIsNoPartOfALine() {
        refused(Refusal.Code.INVALID, () -> Text.line("a\nb", 10, "text"));
        refused(Refusal.Code.INVALID, () -> Text.line("a\u2028b", 10, "text"));
    }

    private static void refused(Refusal.Code code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.field()).containsExactly("text");
                        });
    }
}
