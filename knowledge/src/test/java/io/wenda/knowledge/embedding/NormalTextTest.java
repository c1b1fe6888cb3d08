package io.wenda.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalTextTest {

    @Test
    void widthCaseAndMarksDoNotMatter() {
        assertThat(NormalText.of("  ＷｉＦｉ　　How’s it,  going ?！ ").value())
                .isEqualTo("wifi how's it going");
    }

    @Test
    void traditionalCharactersAreWrittenSimplified() {
        assertThat(NormalText.of("電子發票怎麼拿？").value()).isEqualTo("电子发票怎么拿");
    }

    @Test
    void pointsInsideOfWordsStay() {
        assertThat(NormalText.of("node.js 3.5 at 10:30, a.b@c.de.").value())
                .isEqualTo("node.js 3.5 at 10:30 a.b@c.de");
    }

    @Test
    void oneChineseCharacterMakesItChinese() {
        assertThat(NormalText.of("my coupon 呢").language()).isEqualTo(Language.CHINESE);
        assertThat(NormalText.of("my coupon?").language()).isEqualTo(Language.ENGLISH);
        assertThat(NormalText.of("ありがとう").language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void wordsOfThreeLettersWithADigitAreCodes() {
        assertThat(NormalText.of("Error E4031 on XT-123A v2, 24 h, 365 days").codes())
                .containsExactly("e4031", "xt-123a", "365");
        assertThat(NormalText.of("提示代码E4031咋整").codes()).containsExactly("e4031");
    }

    @Test
    void marksAloneAreEmpty() {
        assertThat(NormalText.of(" ？？!… ").isEmpty()).isTrue();
    }
}
