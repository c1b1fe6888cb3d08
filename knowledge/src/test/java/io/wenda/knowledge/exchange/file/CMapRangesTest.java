package io.wenda.knowledge.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No range of characters is overlooked, and what is none does not count. */
class CMapRangesTest {
    @Test
    void charactersOfRangesAreCounted() {
        assertThat(
                        characters(
                                """
                                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                                1 begincodespacerange <0000> <ffff> endcodespacerange
                                2 beginbfchar
                                <0001> <00660069>
                                <0002> <D83DDE00>
                                endbfchar
                                3 beginbfrange
                                <0010> <0019> <0030>
                                <0020> <0020> <D83DDE00>
                                <0021> <0022> [<00660069> <006600660069>]
                                <0030> <0031> <00660069>
                                endbfrange
                                1 begincidrange <0000> <ffff> 0 endcidrange
                                """))
                .isEqualTo(10 + 1 + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 beginbfrange BOMB endbfrange",
                "1beginbfrange<00000000><7ffffffe><41>",
                "9 beginbfrange <00> <00> % <00>\nBOMB",
                "9 beginbfrange <00> <00> (<00>) BOMB",
                "9 beginbfrange <00> <00> /x\tendbfrange BOMB",
                "9 beginbfrange <00> <00> /BOMB",
                "9 beginbfrange <00> <00> << /K <00> <00> BOMB",
                "9 beginbfrange <00> <00> endbfrange BOMB",
                "9 beginbfrange <00> <00> [<00> (]) BOMB",
                "1 beginbfrange <00> <00> <00> <00> <00> 9 beginbfrange BOMB",
                "/WMode 5 beginbfrange <00> <00> 9 beginbfrange BOMB",
                "x1 beginbfrange BOMB",
            })
    void noRangeIsOverlooked(String map) {
        assertThat(characters(map.replace("BOMB", "<00000000> <7ffffffe> <41>")))
                .isGreaterThanOrEqualTo(Integer.MAX_VALUE);
    }

    private static long characters(String map) {
        return CMapRanges.characters(map.getBytes(StandardCharsets.ISO_8859_1));
    }
}
