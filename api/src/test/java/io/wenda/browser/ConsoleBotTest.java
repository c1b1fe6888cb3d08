package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An administrator sets a channel's bot, and its language model, by the console's forms. */
class ConsoleBotTest extends BrowserTest {

    @Test
    void aBotsFaceABotOfOnesOwnAndAModelAreChosenByForms() {
        var company = OUTSIDE.newCompany("Tea " + UUID.randomUUID(), "Lin");
        var channel = company.newChannel(true).path("id").asString();
        var owner = person("owner", Look.desktop("en"));
        var page = owner.page();
        new Console(OUTSIDE, owner)
                .enter(company.email(), company.password(), "/channels/" + channel);

        page.getByLabel("Initials").fill("T");
        page.getByLabel("Monday").fill("nine");
        page.getByText("Add a button").click();
        page.getByText("Save the profile").click();
        assertThat(page.getByText("As 09:00-18:00, up to 24:00, without overlap.")).isVisible();
        assertThat(page.getByText("A button needs a label in at least one language.")).isVisible();
        page.getByLabel("Monday").fill("9:00-24:00");
        page.getByLabel("Label (English)").fill("Refunds");
        page.getByText("Save the profile").click();
        assertThat(page.getByText("Saved. New visitors see it at once.")).isVisible();

        address(page, "https://bot.example/wenda");
        page.getByText("Save the address").click();
        assertThat(page.getByText("Shown only now.")).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("whsec_");

        page.navigate(OUTSIDE.base() + "/console/knowledge/model");
        owner.field("Name of the model", "模型名称").fill("small");
        owner.field("Key", "密钥").fill("sk-1");
        address(page, "https://10.0.0.1/v1");
        owner.button("Save", "保存").click();
        assertThat(page.getByText("this one is in a private network")).isVisible();
        address(page, "https://api.example.com/v1/");
        owner.button("Save", "保存").click();
        assertThat(page.getByText("A key is set for this address.")).isVisible();
        assertThat(owner.field("Key", "密钥")).hasValue("");
        page.getByRole(AriaRole.SWITCH).click();
        owner.button("Save", "保存").click();
        assertThat(page.getByText("Saved. The bot says the published answers.")).isVisible();

        assertThat(
                        company.ask(
                                        "query($c: ID!) { node(id: $c) { ... on Channel { botProfile { initials openingHours { from until } quickButtons { wordings { label question } } } botWebhook { url masked } } } }",
                                        Map.of("c", channel))
                                .only()
                                .toString())
                .isEqualTo(
                        "{\"botProfile\":{\"initials\":\"T\",\"openingHours\":[{\"from\":\"09:00\",\"until\":\"00:00\"}],"
                                + "\"quickButtons\":[{\"wordings\":[{\"label\":\"Refunds\",\"question\":null}]}]},"
                                + "\"botWebhook\":{\"url\":\"https://bot.example/wenda\",\"masked\":true}}");
        assertThat(
                        company.ask(
                                        "{ generation { version enabled baseUrl model seconds maxTokens } }")
                                .only()
                                .toString())
                .isEqualTo(
                        "{\"version\":2,\"enabled\":false,\"baseUrl\":\"https://api.example.com/v1\",\"model\":\"small\","
                                + "\"seconds\":8,\"maxTokens\":500}");
    }

    private static void address(Page page, String url) {
        page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true)).fill(url);
    }
}
