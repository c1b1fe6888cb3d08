package io.wenda.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTemplateTest {
    private static final Map<String, String> VALUES =
            Map.of(
                    "name", "Li Wei",
                    "company", "Tea House",
                    "inviter", "Zhang Min",
                    "link", "https://desk.example/invite/t0ken_-A");

    @Test
    void anInvitationInEnglishSaysWhoInvitesToWhatAndWhere() {
        var letter = LetterTemplate.of("invite-member", "en").fill(VALUES);

        assertThat(letter.subject()).isEqualTo("Zhang Min invites you to Tea House");
        assertThat(letter.text())
                .isEqualTo(
                        """
                        Hello Li Wei,

                        Zhang Min invites you to serve the customers of Tea House together with Wenda. Choose your name and password here:

                        https://desk.example/invite/t0ken_-A

                        The link lives 7 days and works once. If you do not know Tea House, ignore this mail: nothing will happen.

                        Wenda 问达
                        """);
        assertThat(letter.html())
                .contains("<html lang=\"en\">", "<p>Hello Li Wei,</p>")
                .contains(
                        "<p><a href=\"https://desk.example/invite/t0ken_-A\">"
                                + "https://desk.example/invite/t0ken_-A</a></p>");
    }

    @Test
    void aVerificationInChineseIsChineseInBothParts() {
        var letter = LetterTemplate.of("verify-email", "zh-CN").fill(VALUES);

        assertThat(letter.locale()).isEqualTo("zh-CN");
        assertThat(letter.subject()).isEqualTo("请验证您在 Tea House 的邮箱");
        assertThat(letter.text()).startsWith("Li Wei，您好：\n\n请打开下面的链接");
        assertThat(letter.html()).contains("<html lang=\"zh-CN\">", "<p>Li Wei，您好：</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "zh,zh-CN",
        "zh-TW,zh-CN",
        "zh-Hans-CN,zh-CN",
        "en-GB,en",
        "de,en",
        "'',en",
        "??,en"
    })
    void anyChineseIsChineseAndAllElseEnglish(String asked, String given) {
        assertThat(LetterTemplate.of("verify-email", asked).locale()).isEqualTo(given);
    }

    @Test
    void whatStrangersChooseIsNeitherMarkupNorHeaderNorLink() {
        var letter =
                LetterTemplate.of("invite-member", "en")
                        .fill(
                                with(
                                        "inviter",
                                        "<b>\"Win\" & 'more'</b>\r\nBcc: all@example.com $1 {link}",
                                        "company",
                                        "http://evil.example/a www.evil.example Ltd."));

        assertThat(letter.subject())
                .isEqualTo(
                        "<b>\"Win\" & 'more'</b> Bcc: all@example.\u200bcom $1 {link} invites you to"
                                + " http:\u200b//evil.\u200bexample/a www.\u200bevil.\u200bexample Ltd.");
        assertThat(letter.html())
                .contains("&lt;b&gt;&quot;Win&quot; &amp; &#39;more&#39;&lt;/b&gt; Bcc:")
                .doesNotContain("<b>");
        assertThat(letter.text().split("https://", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "", "//desk.example"})
    void aLinkIsAWebAddress(String link) {
        assertThatThrownBy(() -> LetterTemplate.of("verify-email", "en").fill(with("link", link)))
                .hasMessage("the link of a mail is a web address");
    }

    @Test
    void aLinkCannotLeaveItsAttribute() {
        var letter =
                LetterTemplate.of("verify-email", "en")
                        .fill(with("link", "https://desk.example/\"onclick=\"x"));

        assertThat(letter.html()).contains("href=\"https://desk.example/&quot;onclick=&quot;x\"");
    }

    @Test
    void aMissingValueOrTemplateIsAFault() {
        var without = new HashMap<>(VALUES);
        without.remove("inviter");

        assertThatThrownBy(() -> LetterTemplate.of("invite-member", "en").fill(without))
                .hasMessage("the mail lacks the value inviter");
        assertThatThrownBy(() -> LetterTemplate.of("no-such-mail", "en"))
                .hasMessage("no mail template no-such-mail");
        assertThatThrownBy(() -> LetterTemplate.of("../application", "en"))
                .hasMessage("no name of a mail template: ../application");
    }

    private static Map<String, String> with(String... namesAndValues) {
        var values = new HashMap<>(VALUES);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }
}
