package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The agent's desk, with the one conversation that she serves. */
final class Desk {
    private final Person agent;
    private final Page page;

    Desk(Person agent) {
        this.agent = agent;
        page = agent.page();
    }

    /** Waits until a conversation is hers, and opens it. */
    void openHers() {
        agent.named(AriaRole.REGION, "Yours", "我的会话").getByRole(AriaRole.LINK).first().click();
    }

    /** She has in front of her what was asked and what the bot tried. */
    void knowsTheStory(String question, String entry) {
        if (agent.look().phone()) {
            agent.button("Details", "详情").click();
        }
        var story =
                page.getByRole(AriaRole.HEADING)
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText(agent.say("Handover", "转接信息")));
        assertThat(story).isVisible();
        assertThat(page.getByText(agent.say("A person was asked for", "客户要求人工服务")).last())
                .isVisible();
        assertThat(page.getByLabel(agent.say("The customer asked", "客户的问题"))).hasText(question);
        assertThat(page.getByText(entry).last()).isVisible();
        if (agent.look().phone()) {
            page.keyboard().press("Escape");
            assertThat(story).isHidden();
        }
    }

    void reply(String text) {
        var field =
                page.getByLabel(Pattern.compile(agent.say("^Write to ", "^回复 ")))
                        .and(page.getByRole(AriaRole.TEXTBOX));
        field.fill(text);
        field.press("Enter");
        reads(text);
    }

    /** Waits until the text is said in the conversation. */
    void reads(String text) {
        assertThat(page.getByRole(AriaRole.LOG).getByText(text)).isVisible();
    }

    /** Closes as resolved. */
    void close(String summary) {
        agent.button("Close", "关闭会话").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel(agent.say("Summary", "小结")).fill(summary);
        dialog.locator("button[type=submit]").click();
        assertThat(dialog).isHidden();
    }
}
