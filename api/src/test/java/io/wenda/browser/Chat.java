package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The chat that a customer has through the widget on a company's page. */
final class Chat {
    private final Person customer;
    private final Widget widget;

    Chat(Person customer) {
        this.customer = customer;
        widget = new Widget(customer.page());
    }

    void open(HostPage shop) {
        customer.page().navigate(shop.origin());
        customer.button("Open chat", "打开在线客服").click();
        assertThat(widget.field()).isVisible();
    }

    void say(String text) {
        widget.says(text);
        widget.shows(text);
    }

    /** Waits until the text is in the log. */
    void reads(String text) {
        assertThat(
                        widget.log()
                                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                                .last())
                .isVisible();
    }

    /** Waits until the bot has given the answer, and said which entry it is from. */
    void isAnswered(String answer, String entry) {
        reads(answer);
        reads(customer.say("From: ", "来源：") + entry);
    }

    void wantsPerson() {
        button("Talk to a person", "转人工客服").click();
    }

    /** Waits until the head of the panel says so. */
    void isTold(String english, String chinese) {
        assertThat(widget.panel().getByRole(AriaRole.BANNER))
                .containsText(customer.say(english, chinese));
    }

    void isAskedToRate() {
        reads(customer.say("How was this conversation?", "您对本次服务满意吗？"));
    }

    void rateFive() {
        widget.panel().locator(".rating label").last().click();
        button("Send rating", "提交评价").click();
        reads(customer.say("Thank you for your rating: 5 of 5", "感谢您的评价：5 分（满分 5 分）"));
    }

    private Locator button(String english, String chinese) {
        return widget.panel()
                .getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions()
                                .setName(customer.say(english, chinese)));
    }
}
