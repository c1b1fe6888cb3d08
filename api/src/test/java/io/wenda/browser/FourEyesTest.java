package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.wenda.MailsWanted;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

/** The review by a second pair of eyes, done by hand by two members. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FourEyesTest extends BrowserTest {
    private final MailsWanted mails;

    FourEyesTest(MailsWanted mails) {
        this.mails = mails;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void whatOneWroteTheOtherPublishes(String locale) {
        var look = Look.desktop(locale);
        var question = look.say("Do you ship abroad?", "可以寄到国外吗？");
        var lin = person("lin", look);
        var mei = person("mei", look);
        var writer = new Console(OUTSIDE, lin);
        var writerAddress = "lin-" + UUID.randomUUID() + "@tea.example";
        var editorAddress = "mei-" + UUID.randomUUID() + "@tea.example";
        writer.signUp(look.say("Tea House", "茶屋"), look.say("Lin", "林悦"), writerAddress);
        follow(lin, writerAddress);
        lin.button("Confirm", "确认").click();
        lin.reads("Thank you", "谢谢");

        lin.page().navigate(OUTSIDE.base() + "/console/company");
        lin.page().getByRole(AriaRole.SWITCH).check();
        lin.button("Save changes", "保存修改").click();
        assertThat(lin.button("Save changes", "保存修改")).isDisabled();
        writer.invite(look.say("Mei", "梅青"), editorAddress, List.of("EDITOR"));
        writer.write(question, look.say("To forty countries.", "支持寄往四十个国家和地区。"));
        assertThat(lin.button("Publish now", "直接发布")).hasCount(0);
        lin.button("Submit for review", "提交审核").click();
        lin.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(lin.say("Submit for review", "提交审核")))
                .click();
        lin.named(AriaRole.LINK, "Review it", "去审核").click();
        assertThat(lin.page().getByText(lin.say("Another editor must approve this", "需要另一位编辑审核")))
                .isVisible();
        assertThat(lin.button("Approve and publish", "通过并发布")).hasCount(0);
        triesTheWholeQueue(lin);

        follow(mei, editorAddress);
        mei.field("New password", "新密码").fill(Console.PASSWORD);
        mei.button("Join", "加入").click();
        mei.reads("Knowledge", "知识库");
        mei.named(AriaRole.LINK, "Review (1)", "审核（1）").click();
        mei.button("Approve and publish", "通过并发布").click();
        assertThat(mei.page().getByText(mei.say("Nothing waits for review", "没有待审核的内容")))
                .isVisible();

        writer.goTo("Knowledge", "知识库");
        lin.named(AriaRole.LINK, question, question).click();
        writer.isLive();
    }

    /** What she wrote herself she may neither send back without a word nor approve. */
    private static void triesTheWholeQueue(Person lin) {
        var all = lin.named(AriaRole.CHECKBOX, "Select all 1 shown", "选择所显示的全部 1 条");
        all.check();
        lin.button("Send 1 back", "退回 1 条").click();
        var comment = lin.field("Comment for the selected", "对所选条目的说明");
        var wordless =
                lin.page()
                        .getByText(lin.say("Please say what should be different.", "请说明需要修改的地方。"));
        assertThat(comment).isFocused();
        assertThat(wordless).isVisible();
        lin.seesAccessibleScreen();
        comment.fill("!");
        assertThat(wordless).hasCount(0);

        lin.button("Approve 1", "通过 1 条").click();
        assertThat(lin.page().getByText(lin.say("1 could not be done", "1 条未能完成"))).isVisible();
        assertThat(all).isFocused();
    }

    /** Opens the link in the newest mail to the address. */
    private void follow(Person person, String address) {
        person.page().navigate(OUTSIDE.base() + mails.link(address));
    }
}
