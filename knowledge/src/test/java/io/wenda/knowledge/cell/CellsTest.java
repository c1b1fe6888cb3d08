package io.wenda.knowledge.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void ofTwiceAsManyCellsNotTwiceAsManyAreSearched() {
        assertThat(Cells.searched(178)).isEqualTo(24);
        assertThat(Cells.searched(256)).isEqualTo(24);
        assertThat(Cells.searched(316)).isEqualTo(27);
        assertThat(Cells.searched(1_000)).isEqualTo(48);
    }
}
