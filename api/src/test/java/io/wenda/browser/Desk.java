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

    /** Leaves a note to her colleagues. */
    void note(String text) {
        page.getByLabel(agent.say("Reply or note", "回复或备注"))
                .getByText(agent.say("Note", "备注"))
                .click();
        agent.field("Write a note that only your colleagues see", "写备注，只有同事可见").fill(text);
        agent.button("Add note", "添加备注").click();
        reads(text);
    }

    /** Opens a ticket for what outlives the conversation. */
    void makeTicket(String subject) {
        agent.button("New ticket", "新建工单").first().click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).first().fill(subject);
        dialog.locator("button[type=submit]").click();
        assertThat(dialog).isHidden();
    }

    /** Gives it to a colleague who is online. */
    void transferTo(String name, String note) {
        agent.button("Transfer", "转接").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText(agent.say("To a colleague", "转给同事")).click();
        dialog.getByRole(AriaRole.COMBOBOX).click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        dialog.getByRole(AriaRole.TEXTBOX).last().fill(note);
        dialog.locator("button[type=submit]").click();
        assertThat(page.getByText(agent.say("Transferred to " + name, "已转接给 " + name))).isVisible();
    }

    /** Takes it from a colleague, as a supervisor may. */
    void take() {
        agent.button("Take", "接手").click();
        assertThat(agent.button("Take", "接手")).hasCount(0);
    }

    /** Frees her place; how it ended she says later. */
    void wrapUp(String summary) {
        agent.button("Close", "关闭会话").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel(agent.say("Summary", "小结")).fill(summary);
        dialog.getByText(agent.say("Wrap up first", "先收尾")).click();
        assertThat(dialog).isHidden();
        assertThat(agent.button("Close", "关闭会话")).hasCount(0);
        assertThat(agent.button("Say the outcome", "选择结果").first()).isVisible();
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
