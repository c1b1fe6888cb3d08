package io.wenda.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which texts get in, and how the place of the others is told. */
class PlainTextTest {

    @Test
    void everyWholeCharacterIsPlain() {
        assertThat(PlainText.isPlain("")).isTrue();
        assertThat(PlainText.isPlain("a 字 😀 \u0001 \uffff")).isTrue();
    }

    @Test
    void aNulAndHalfOfACharacterAreNot() {
        for (var text :
                List.of("\u0000", "a\u0000b", "\ud83d", "\ude00", "\ude00\ud83d", "\ud83dx")) {
            assertThat(PlainText.isPlain(text)).isFalse();
        }
    }

    @Test
    void thePlaceIsThePathWithinTheInput() {
        var arguments = Map.of("input", Map.of("a", Map.of("b", List.of("fine", "not\u0000fine"))));

        var refused =
                catchThrowableOfType(Refusal.Invalid.class, () -> PlainText.require(arguments));

        assertThat(refused.field()).containsExactly("a", "b");
    }
}
