package io.wenda.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.RunningApplication;
import io.wenda.testing.CodeFlow;
import io.wenda.testing.PlainBrowser;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages without script have in common: the console's font and language, and faults. */
class PlainPagesTest extends RunningApplication {
    private final CodeFlow flow = new CodeFlow(OUTSIDE);
    private final PlainBrowser browser = new PlainBrowser(OUTSIDE);

    @Test
    void pagesAreSetInTheFontOfTheConsole() {
        var fonts =
                Pattern.compile("url\\(\"([^\"]+)\"\\)")
                        .matcher(browser.get("/pages/style.css").body())
                        .results()
                        .map(it -> it.group(1))
                        .toList();

        assertThat(fonts)
                .containsExactly(
                        "/console/fonts/inter-latin-ext-wght-normal.woff2",
                        "/console/fonts/inter-latin-wght-normal.woff2");
        assertThat(browser.get("/sign-in").body()).contains("href=\"" + fonts.getLast() + "\"");
        for (var font : fonts) {
            var file = browser.get(font);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Content-Type")).isEqualTo("font/woff2");
            assertThat(file.header("Cache-Control")).isEqualTo("max-age=604800, public");
        }
    }

    @Test
    void theLanguageOfTheConsoleGoesThroughSignInAndChoice() {
        var first = OUTSIDE.newCompany("First");
        first.alsoOwns("Second");
        var form = browser.get(browser.get(flow.path(Map.of("ui_locales", "fr zh-CN"))).location());
        assertThat(form.body()).contains("<html lang=\"zh-CN\">");

        var wrong = browser.submit(form, Map.of("username", first.email(), "password", "wrong"));
        var again = browser.get(wrong.location());
        assertThat(again.body()).contains("邮箱地址或密码不正确。");
        var right = Map.of("username", first.email(), "password", first.password());

        assertThat(browser.submit(again, right).body()).contains("<h1>请选择公司</h1>");
    }

    @Test
    void theLanguageThatSheChoosesOnThePageItselfComesBeforeTheConsoles() {
        var first = OUTSIDE.newCompany("First");
        first.alsoOwns("Second");
        var chinese = browser.get(browser.get(flow.path(Map.of("ui_locales", "zh-CN"))).location());
        var link = Pattern.compile("href=\"([^\"]+)\" lang=\"en\"").matcher(chinese.body());
        assertThat(link.find()).isTrue();

        var form = browser.get(link.group(1).replace("&amp;", "&"));
        assertThat(form.body()).contains("<html lang=\"en\">");
        var wrong = browser.submit(form, Map.of("username", first.email(), "password", "wrong"));
        var again = browser.get(wrong.location());
        assertThat(again.body()).contains("The address or the password is not right.");
        var right = Map.of("username", first.email(), "password", first.password());

        assertThat(browser.submit(again, right).body()).contains("<h1>Which company?</h1>");
    }

    @Test
    void whatFailsIsAPageOfOursWithoutATrace() {
        var faults =
                Map.of(
                        "/nowhere", 404,
                        "/console/none.js", 404,
                        "/oauth2/authorize?client_id=unknown", 400);

        faults.forEach((path, status) -> {
            var page = browser.get(path);
            assertThat(page.status()).as(path).isEqualTo(status);
            assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(page.body())
                    .startsWith("<!doctype html>")
                    .contains("<a href=\"/console/\">Go to Wenda</a>")
                    .doesNotContain("Whitelabel", "Exception", "io.wenda");
        });
        var form = browser.post("/verify/made-up", Map.of());
        assertThat(form.status()).isEqualTo(403);
        assertThat(form.body()).contains("<h1>This did not work</h1>");
    }
}
