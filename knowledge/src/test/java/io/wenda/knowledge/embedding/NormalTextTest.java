package io.wenda.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                .containsExactly("e4031", "xt123a", "365");
        assertThat(NormalText.of("提示代码E4031咋整").codes()).containsExactly("e4031");
    }

    @Test
    void aCodeIsTheSameHoweverItIsParted() {
        for (var written : List.of("XK-300", "xk300", "ＸＫ　３００", "does xk 300 have wifi")) {
            assertThat(NormalText.of(written).codes()).as(written).contains("xk300");
        }
        assertThat(NormalText.of("error E 4031").codes()).contains("e4031");
        assertThat(NormalText.of("paid 300 for 365 days").codes()).containsExactly("300", "365");
    }

    @Test
    void marksAloneAreEmpty() {
        assertThat(NormalText.of(" ？？!… ").isEmpty()).isTrue();
    }

    @Test
    void aModelIsOneCodeHoweverItIsWritten() {
        for (var written :
                List.of("iPhone 15 Pro", "iphone15pro", "IPHONE-15 Pro", "苹果 ｉＰｈｏｎｅ１５ Pro 怎么激活")) {
            assertThat(NormalText.of(written).codes()).as(written).containsExactly("iphone15pro");
        }
        assertThat(NormalText.of("iPhone 15").codes()).containsExactly("iphone15");
        assertThat(NormalText.of("iPhone 15 Pro Max").codes()).containsExactly("iphone15promax");
        assertThat(NormalText.of("Order 20240501-77 with E4031").codes())
                .containsExactlyInAnyOrder("2024050177", "e4031");
        assertThat(NormalText.of("within 14 days, after 3 pm, at 12:30, for 2").codes()).isEmpty();
    }

    @Test
    void whatHasNoWordsIsEmpty() {
        assertThat(NormalText.of("🙂🙂 ?!…").isEmpty()).isTrue();
        assertThat(NormalText.of("\u200b ~ 。").isEmpty()).isTrue();
        assertThat(NormalText.of("🙂 退款").isEmpty()).isFalse();
    }

    @Test
    void aLongTextIsKeptByItsBeginningAndNoCharacterIsTorn() {
        var smiles = NormalText.of("🙂".repeat(10_000));

        assertThat(smiles.beginning(501).value()).isEqualTo("🙂".repeat(250));
        assertThat(NormalText.of("a".repeat(20_000)).codes()).isEmpty();
        assertThat(NormalText.of("退货".repeat(10_000)).inCommonWords().value()).hasSize(20_000);
    }

    @Test
    void otherWordsForTheSameAreReadAsKnowledgeHasThem() {
        assertThat(read("想 RETURN 这件衣服")).isEqualTo("想退货这件衣服");
        assertThat(read("coupon 咋用")).isEqualTo("优惠券怎么用");
        assertThat(read("iPhone 15 Pro 的 eSIM")).isEqualTo("iphone 15 pro 的 esim");
        assertThat(read("cupon code doesnt wrok")).isEqualTo("coupon code does not work");
        assertThat(read("refnud not recieved")).isEqualTo("refund not received");
        assertThat(read("Wenda on my macbook with E4031x"))
                .isEqualTo("wenda on my macbook with e4031x");
    }

    private static String read(String text) {
        return NormalText.of(text).inCommonWords().value();
    }
}
