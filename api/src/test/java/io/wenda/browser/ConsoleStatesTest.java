package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.wenda.Colleague;
import io.wenda.MailsWanted;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

/** What opens over a screen of the console, and what stands there where it has nothing to show. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConsoleStatesTest extends BrowserTest {
    private static final Look ENGLISH = Look.desktop("en");
    private static final Look CHINESE = Look.desktop("zh-CN");

    private final MailsWanted mails;

    ConsoleStatesTest(MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void noDialogShutsAnybodyOut() {
        var house = TeaHouse.open(OUTSIDE, mails, CHINESE);
        var owner = owner(house, CHINESE, "/desk/" + house.conversation());
        var page = owner.page();

        assertThat(page.getByRole(AriaRole.LOG)).isVisible();
        opens(owner, "close", () -> page.keyboard().press("e"));
        opens(owner, "transfer", () -> page.keyboard().press("t"));
        opens(owner, "ticket-of-conversation", () -> page.keyboard().press("i"));
        opens(owner, "shortcuts", () -> page.keyboard().press("?"));
        goTo("/tickets", owner);
        opens(owner, "new-ticket", owner.button("New ticket", "新建工单")::click);
        goTo("/knowledge/" + house.entry(), owner);
        opens(owner, "retire", owner.button("Retire", "下线")::click);
        goTo("/members", owner);
        opens(owner, "invite", owner.button("Invite a member", "邀请成员")::click);
        goTo("/channels", owner);
        opens(owner, "new-channel", owner.button("New channel", "新建渠道")::click);
        goTo("/groups", owner);
        opens(owner, "new-group", owner.button("New group", "新建技能组")::click);
        goTo("/keys", owner);
        opens(owner, "new-key", owner.button("New key", "新建密钥").first()::click);
    }

    @Test
    void neitherMenusNorTheDrawerShutAnybodyOut() {
        var house = TeaHouse.open(OUTSIDE, mails, ENGLISH);
        var owner = owner(house, ENGLISH, "/desk");
        var page = owner.page();
        var menu = page.getByRole(AriaRole.MENU);

        page.getByLabel("Your account").click();
        assertThat(menu).isVisible();
        owner.seesAccessibleScreenDayAndNight("account");
        page.keyboard().press("Escape");
        assertThat(menu).isHidden();
        page.getByLabel("Availability").click();
        assertThat(menu).isVisible();
        owner.seesAccessibleScreenDayAndNight("availability");
        page.keyboard().press("Escape");
        assertThat(menu).isHidden();

        page.setViewportSize(390, 844);
        owner.button("Menu", "菜单").click();
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
        owner.seesAccessibleScreenDayAndNight("drawer");
        page.getByLabel("Your account").click();
        assertThat(menu).isVisible();
        owner.seesAccessibleScreenDayAndNight("drawer-menu");
    }

    @Test
    void whatAnAgentMayNotOpenSaysSo() {
        var house = TeaHouse.open(OUTSIDE, mails, CHINESE);
        var agent = person("agent", CHINESE);
        new Console(OUTSIDE, agent)
                .signIn(house.colleague().email(), Colleague.PASSWORD, "/members");

        agent.reads("Members", "成员");
        assertThat(agent.page().getByText("您的角色无法打开此页面")).isVisible();
        assertThat(agent.page().getByRole(AriaRole.TABLE)).isHidden();
        agent.seesAccessibleScreens("forbidden");
    }

    @Test
    void aScreenWaitsFailsAndRecoversInTheOpen() {
        var company = OUTSIDE.newCompany("Tea House", "Lin");
        var owner =
                person("owner", ENGLISH).expecting("ERR_FAILED").expecting("Failed: unreachable");
        var page = owner.page();
        var console = new Console(OUTSIDE, owner);
        console.enter(company.email(), company.password(), "/company");
        owner.reads("Company", "公司设置");

        answers(page, _ -> {});
        console.goTo("Members", "成员");
        assertThat(page.getByRole(AriaRole.STATUS)).hasAccessibleName("Loading");
        owner.seesAccessibleScreens("loading");

        answers(page, Route::abort);
        page.setViewportSize(1280, 800);
        console.goTo("Tickets", "工单");
        var fault = page.getByRole(AriaRole.ALERT);
        assertThat(fault).containsText("Wenda does not answer");
        owner.seesAccessibleScreens("failed");

        page.unroute(api());
        fault.getByRole(AriaRole.BUTTON).click();
        assertThat(fault).isHidden();

        answers(page, Route::abort);
        page.reload();
        owner.reads("This page could not be shown", "此页面无法显示");
        assertThat(fault).containsText("Wenda does not answer");
        owner.seesAccessibleScreens("down");
    }

    @Test
    void aScreenWithNothingOnItSaysWhatToDo() {
        var company = OUTSIDE.newCompany("茶屋", "林悦");
        var owner = person("owner", CHINESE);
        new Console(OUTSIDE, owner).enter(company.email(), company.password(), "/desk");

        for (var place : List.of("desk", "tickets", "knowledge", "reports", "channels", "keys")) {
            goTo("/" + place, owner);
            owner.seesAccessibleScreens("empty-" + place);
        }
    }

    private Person owner(TeaHouse house, Look look, String path) {
        var owner = person("owner", look);
        new Console(OUTSIDE, owner)
                .enter(house.company().email(), house.company().password(), path);
        return owner;
    }

    private static void goTo(String path, Person person) {
        var page = person.page();
        page.setViewportSize(1280, 800);
        page.navigate(OUTSIDE.base() + "/console" + path);
        person.seesItAll();
    }

    /** The act opens a dialog in which all is in order, and Escape closes it. */
    private static void opens(Person person, String title, Runnable act) {
        var page = person.page();
        page.setViewportSize(1280, 800);
        act.run();
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        person.seesAccessibleScreens("dialog-" + title);
        close(page, dialog);
    }

    /** An open list of choices takes the first Escape. */
    private static void close(Page page, Locator dialog) {
        page.keyboard().press("Escape");
        if (dialog.isVisible()) {
            page.keyboard().press("Escape");
        }
        assertThat(dialog).isHidden();
    }

    private static void answers(Page page, Consumer<Route> answer) {
        page.unroute(api());
        page.route(api(), answer);
    }

    private static String api() {
        return OUTSIDE.base() + "/graphql";
    }
}
