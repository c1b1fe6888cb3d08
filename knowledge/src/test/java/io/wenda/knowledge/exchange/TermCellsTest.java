package io.wenda.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.knowledge.entry.Audience;
import io.wenda.knowledge.entry.Terms;
import io.wenda.knowledge.entry.Validity;
import io.wenda.knowledge.exchange.file.Item;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of whom and when an answer is for. */
class TermCellsTest {
    private static final ChannelId SHOP = new ChannelId(UUID.randomUUID());
    private static final TermCells CELLS = new TermCells(Map.of("Shop: north", SHOP));

    @Test
    void anAudienceIsReadAsItIsWritten() {
        var audience =
                new Audience(
                        Audience.Kind.CHOSEN,
                        List.of(SHOP),
                        Map.of("level", "gold = 1", "a=b", "c"));

        var cell = CELLS.of(audience);

        assertThat(cell)
                .isEqualTo("channel: Shop: north\nattribute: a=b = c\nattribute: level = gold = 1");
        assertThat(CELLS.terms(item(cell, null, null)).audience()).isEqualTo(audience);
    }

    @Test
    void whatPeopleWriteIsUnderstood() {
        assertThat(CELLS.terms(item("members", "2026-01-31T18:00:00+08:00", null)))
                .isEqualTo(
                        new Terms(
                                new Validity(Instant.parse("2026-01-31T10:00:00Z"), null),
                                new Audience(Audience.Kind.MEMBERS, List.of(), Map.of())));
        assertThat(CELLS.terms(item("渠道：Shop: north", null, null)).audience())
                .isEqualTo(new Audience(Audience.Kind.CHOSEN, List.of(SHOP), Map.of()));
        assertThat(CELLS.terms(item(null, null, null))).isEqualTo(new Terms(Validity.ALWAYS, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "friends",
                "EVERYBODY\nMEMBERS",
                "attribute: level",
                "attribute: a = b\nattribute: a = c"
            })
    void anAudienceThatIsNoneIsRefused(String cell) {
        assertThatThrownBy(() -> CELLS.terms(item(cell, null, null)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        it -> assertThat(it.field()).containsExactly("audience"))
                .hasMessageContaining("channel: Website");
    }

    @Test
    void aChannelThatTheCompanyDoesNotHaveIsRefusedByItsName() {
        assertThatThrownBy(() -> CELLS.terms(item("channel: Forum", null, null)))
                .isInstanceOf(Refusal.NotFound.class)
                .hasMessageContaining("\"Forum\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/31/26", "2026-12-31", "+12026-12-31T18:00:00Z"})
    void whatIsNoTimeIsRefused(String cell) {
        assertThatThrownBy(() -> CELLS.terms(item(null, null, cell)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        it -> assertThat(it.field()).containsExactly("validUntil"));
    }

    @Test
    void whatIsOverBeforeItBeginsIsRefused() {
        var at = "2026-01-31T18:00:00+08:00";

        assertThatThrownBy(() -> CELLS.terms(item(null, at, at)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        it -> assertThat(it.field()).containsExactly("validUntil"))
                .hasMessageContaining("\"valid from\"");
    }

    @Test
    void anAudienceOfMoreThanTwentyAttributesIsTooLong() {
        var cell =
                IntStream.rangeClosed(1, 21)
                        .mapToObj("attribute: a%d = b"::formatted)
                        .collect(Collectors.joining("\n"));

        assertThatThrownBy(() -> CELLS.terms(item(cell, null, null)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        it -> {
                            assertThat(it.code()).isEqualTo(Refusal.Code.TOO_LONG);
                            assertThat(it.field()).containsExactly("audience");
                        });
    }

    private static Item item(
            @Nullable String audience, @Nullable String from, @Nullable String until) {
        return new Item(
                null, null, null, null, List.of(), "Q", List.of(), "A", audience, from, until);
    }
}
