package io.wenda.tenant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    我的手机是13800138000，请回电 | 我的手机是[phone]，请回电
                    电话:138 0013 8000 | 电话:[phone]
                    手机-138-0013-8000。 | 手机-[phone]。
                    +86 13912345678 or 008613912345678 | [phone] or [phone]
                    ８６１３８００１３８０００ | [phone]
                    打１３８００１３８０００找我 | 打[phone]找我
                    座机 010-12345678 | 座机 [phone]
                    call +1 415 555 2671 today | call [phone] today
                    call +44 (20) 7946-0958. | call [phone].
                    0044 20 7946 0958 | [phone]
                    (415) 555-2671 and 415-555-2671 | [phone] and [phone]
                    身份证11010519491231002X的 | 身份证[id]的
                    id 11010519491231002x ok | id [id] ok
                    440524 19800101 0013 | [id]
                    卡号6222021234567890128 | 卡号[card]
                    visa 4111 1111 1111 1111, exp 12/28 | visa [card], exp 12/28
                    4111-1111-1111-1111 | [card]
                    ４１１１１１１１１１１１１１１１ | [card]
                    amex 378282246310005 | amex [card]
                    master 5555555555554444 | master [card]
                    write to Ada.Lovelace+wenda@mail.example.co.uk! | write to [email]!
                    邮箱ada＠example.com谢谢 | 邮箱[email]谢谢
                    a@b.com c@d.org | [email] [email]
                    """)
    void isMasked(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "订单号 13800138000",
                "order number: 4111111111111111 please",
                "运单号：6222021234567890128 到哪了",
                "tracking no. 13800138000",
                "SO13800138000",
                "A-13800138000",
                "#13800138000",
                "2024050112345678",
                "20240501123456789",
                "1380013800",
                "138001380001",
                "12800138000",
                "11010519491231002Y",
                "110105194912310021",
                "110105199913310020",
                "990105194912310021",
                "4111111111111112",
                "1234567890123452",
                "version 1.2.3 and 10.0.0.1",
                "E4031 on an iPhone 15 Pro for 12999.00",
                "2024-05-01 12:30",
                "2,000,000 yen",
                "@ada on example.com",
                "1+1=2, 5@home",
                "the price is +20 %",
            })
    void isNoMasking(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @Test
    @Timeout(5)
    void longTextsAreMaskedAtOnce() {
        for (var part : new String[] {"1", "a", "1 ", "1-", "a.", "🙂", "+1 ", "a@"}) {
            var text = part.repeat(20_000);

            assertThat(Masking.mask(text)).isNotNull();
        }
        assertThat(Masking.mask("x".repeat(20_000) + " 13800138000")).endsWith(" [phone]");
    }

    @Test
    void masksAreFoundAgainAndLinksAreNone() {
        var masked = Masking.mask("Call 13800138000 or 13912345678, or write to a@b.example");

        assertThat(Masking.masksIn("Who?", masked, "[id]"))
                .containsExactly("[phone]", "[email]", "[id]");
        assertThat(Masking.masksIn("[phone](tel:+861012345678), [shop], [id", "phone")).isEmpty();
    }
}
