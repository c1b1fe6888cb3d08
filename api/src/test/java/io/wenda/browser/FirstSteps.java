package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page that leads a new company to its first conversation. */
final class FirstSteps {
    private final Person owner;
    private final Page page;

    FirstSteps(Person owner) {
        this.owner = owner;
        page = owner.page();
    }

    /** Lets the site show the chat, and takes the script tag for it along. */
    String scriptTagFor(String origin) {
        owner.field("Address of your site", "网站地址").fill(origin);
        owner.button("Allow this site", "允许此网站").click();
        assertThat(
                        page.getByRole(AriaRole.STATUS)
                                .filter(new Locator.FilterOptions().setHasText(origin)))
                .isVisible();
        return page.locator("code", new Page.LocatorOptions().setHasText("<script")).innerText();
    }

    void publish(String question, String answer) {
        step("Write a first answer", "撰写第一个回答").click();
        owner.field("Question", "问题").fill(question);
        owner.field("Answer", "回答").fill(answer);
        owner.button("Publish", "发布").click();
        assertThat(owner.field("Your question", "您的问题")).isVisible();
    }

    /** Asks the bot, which answers with that entry's first version. */
    void ask(String question, String answer, String entry) {
        owner.field("Your question", "您的问题").fill(question);
        owner.button("Ask", "提问").click();
        var said =
                page.getByRole(AriaRole.STATUS)
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText(owner.say("The bot answers", "机器人直接回答")));
        assertThat(said).containsText(answer);
        assertThat(said)
                .containsText(
                        owner.say("From “" + entry + "”, version 1", "依据“" + entry + "”，第 1 版"));
    }

    /** Waits until so many of the five are done. */
    void areDone(int done) {
        assertThat(page.getByText(owner.say(done + " of 5 done", "已完成 " + done + "/5")))
                .isVisible();
    }

    private Locator step(String english, String chinese) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(owner.say(english, chinese)));
    }
}
