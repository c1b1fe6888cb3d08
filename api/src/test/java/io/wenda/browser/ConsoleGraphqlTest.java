package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.wenda.Company;
import org.junit.jupiter.api.Test;

/** The API by hand, in the console's GraphiQL. */
class ConsoleGraphqlTest extends BrowserTest {

    @Test
    void aSubscriptionShowsEachEventAsItComes() {
        var company = OUTSIDE.newCompany("Tea House", "Lin");
        var key = company.newChannel(false).path("publicKey").asString();
        var owner = person("owner", Look.desktop("en"));
        var page = owner.page();
        new Console(OUTSIDE, owner).enter(company.email(), company.password(), "/graphql");
        var editor = page.locator(".graphiql-query-editor");
        var result = page.locator(".result-window");

        assertThat(editor).containsText("query WhoAsks"); // before, a tab changes without its text
        owner.button("Inbox", "Inbox").click();
        assertThat(editor).containsText("subscription Inbox");
        page.getByLabel("Execute query").click();
        waits(company, key);
        assertThat(result).containsText("\"queuePosition\": 1");
        waits(company, key);
        assertThat(result).containsText("\"queuePosition\": 2");

        page.getByLabel("Stop query").click();
        assertThat(page.getByLabel("Execute query")).isVisible();
    }

    private static void waits(Company company, String key) {
        var customer = company.newVisitor(key);
        customer.says("A person, please");
    }
}
