package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignInScreenTest extends BrowserTest {

    /** Of pages without script, which are told the colours by their styles alone. */
    static Stream<Look> looks() {
        return Stream.of(Look.desktop("en"), Look.phone("zh-CN"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aWrongPasswordIsSaidInTheReadersLanguage(Look look) {
        var somebody = person("somebody", look);
        var page = somebody.page();

        page.navigate(OUTSIDE.base() + "/sign-in");
        somebody.seesAccessibleScreenDayAndNight("sign-in");
        page.getByLabel(look.say("E-mail address", "邮箱地址")).fill(look + "@nobody.example");
        page.getByLabel(look.say("Password", "密码")).fill("wrong-as-can-be");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(look.say("Sign in", "登录")))
                .click();

        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText(look.say("The address or the password is not right.", "邮箱地址或密码不正确。"));
        somebody.seesAccessibleScreenDayAndNight("sign-in-wrong");
    }

    @Test
    void whoReadsTheConsoleInChineseSignsInInChinese() {
        var somebody = person("somebody", Look.desktop("en"));
        var page = somebody.page();
        page.addInitScript("localStorage.setItem('wenda.language', 'zh-CN')");

        page.navigate(OUTSIDE.base() + "/console/desk");

        assertThat(page.getByRole(AriaRole.HEADING)).hasText("登录");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        page.evaluate("() => document.fonts.ready");
        Assertions.assertThat(
                        page.evaluate(
                                "() => [...document.fonts].filter(it => it.status === 'loaded').map(it => it.family)"))
                .isEqualTo(List.of("Inter Variable"));
    }
}
