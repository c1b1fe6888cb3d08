package io.wenda.conversation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierTest {
    private static final Earlier FREIGHT = new Earlier("退货运费谁出", false);

    @Test
    void thanksBetweenDoNotCutTheContext() {
        var thanks = new Earlier("好的，谢谢", false);

        assertThat(Earlier.context(List.of(thanks, FREIGHT))).isEqualTo("退货运费谁出");
        assertThat(Earlier.context(List.of(thanks))).isNull();
        assertThat(Earlier.context(List.of())).isNull();
    }

    @Test
    void aQuestionThatWentOnIsKeptAsItWasRead() {
        var exchange = new Earlier("那换货呢", true);
        var older = new Earlier("你们几点下班", false);

        assertThat(Earlier.context(List.of(exchange, FREIGHT, older))).isEqualTo("退货运费谁出 换货");
        assertThat(Earlier.context(List.of(new Earlier("那换货呢", false), FREIGHT))).isEqualTo("那换货呢");
    }
}
