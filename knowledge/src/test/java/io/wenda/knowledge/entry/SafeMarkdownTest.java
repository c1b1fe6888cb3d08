package io.wenda.knowledge.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeMarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Within 7 days, if a < b && c > d.",
                "**Bold**, `<script>alert(1)</script>` as text, [us](https://example.com/a?b=c&d=e)",
                "    <script>indented code</script>",
                "```html\n<img src=x onerror=alert(1)>\n```",
                "<https://example.com> and <help@example.com>",
                "1. one\r\n2. two <b>three</b>\r\n",
                "退货：<b>七天</b>内。[客服](mailto:a@example.com)",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "See [page](/help#x).",
                "a <b, x<y>z, &lt;script> \\\\<3"
            })
    void whatIsHarmlessStaysToTheLetter(String text) {
        assertThat(SafeMarkdown.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Hi <script>alert(1)</script>there~Hi there",
                "Hi <img src=x onerror=alert(1)>there~Hi there",
                "<b onclick=alert(1)>Hi</b>~<b>Hi</b>",
                "<a href='javascript:alert(1)'>Hi</a>~<a>Hi</a>",
                "[Hi](javascript:alert(1))~Hi",
                "[Hi](java&#115;cript:alert(1))~Hi",
                "[**Hi** you](<data:text/html;base64,xx>)~**Hi** you",
                "![Hi](vbscript:x)~Hi",
                "<JAVASCRIPT:alert(1)> x~JAVASCRIPT:alert(1) x",
                "a <!-- <script> --> b~a  b",
                "a <scr<script></script>ipt> b~a  b",
                "a <y onclick=alert(1)>z~a z",
                "<svg/onload=alert(1)>x</svg> y~x y",
            })
    void whatCouldRunIsTakenOut(String text, String safe) {
        assertThat(SafeMarkdown.of("- " + text)).isEqualTo("- " + safe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<script>alert(1)</script> Use `<script>` for it.~ Use `<script>` for it.",
                "<SCRIPT src=x></SCRIPT><style>b{}</style>Use `</script>`.~Use `</script>`.",
                "Hi <script>alert(1)</script>, use `<script>` for it.~Hi , use `<script>` for it.",
                "<script>alert(1)</script><script>alert(2) `x`~''",
                "<script>alert(1)</script> a <script>alert(2)</script> `<script>` b~ a  `<script>` b",
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void codeBehindAScriptStays(String text, String safe) {
        assertThat(SafeMarkdown.of(text)).isEqualTo(safe);
    }

    @Test
    void aBlockOfHtmlKeepsItsWords() {
        assertThat(
                        SafeMarkdown.of(
                                """
                                <div onclick="x()">
                                Free & <em>fast</em>
                                <script>
                                alert(1)
                                </script>
                                </div>

                                More.\
                                """))
                .contains("Free & <em>fast</em>", "More.")
                .doesNotContain("script", "alert", "div", "onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "*_", "[", "<b>", "<scr", "![](", "- ", "`", "\\"})
    void noNestingIsTooDeep(String nest) {
        var text = nest.repeat(8_000 / nest.length());

        assertThat(SafeMarkdown.of(text)).isNotNull();
    }

    @Test
    void noTextTakesLong() {
        var text = "[a](javascript:x) <i onclick=x>y</i> ".repeat(200);

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(SafeMarkdown.of(text)).startsWith("a <i>y</i> a"));
    }
}
