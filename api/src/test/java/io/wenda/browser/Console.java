package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.wenda.Outside;
import io.wenda.testing.CodeFlow;
import io.wenda.testing.PlainBrowser;
import java.time.Duration;
import java.util.List;

/** The console as a member clicks through it. */
final class Console {
    /** A report is at most ten seconds behind, and its page asks again each fifteen. */
    private static final Duration REPORT = Duration.ofSeconds(60);

    private static final long AGAIN_MS = 15_000;

    static final String PASSWORD = "seven-cups-of-oolong";

    private final Outside outside;
    private final Person person;
    private final Page page;

    Console(Outside outside, Person person) {
        this.outside = outside;
        this.person = person;
        page = person.page();
    }

    Person person() {
        return person;
    }

    /** Makes a company, and signs its owner in. */
    void signUp(String company, String name, String email) {
        page.navigate(outside.base() + "/console/sign-up");
        person.field("Company", "公司名称").fill(company);
        person.field("Your name", "您的姓名").fill(name);
        person.field("E-mail", "邮箱地址").fill(email);
        person.field("Password", "密码").fill(PASSWORD);
        person.button("Create company", "创建公司").click();
        person.button("Sign in", "登录").click();
        assertThat(person.field("E-mail address", "邮箱地址")).hasValue(email);
        person.field("Password", "密码").fill(PASSWORD);
        person.button("Sign in", "登录").click();
        person.reads("First steps", "新手指引");
    }

    /** Is on that page with the cookie that a sign-in left in her browser. */
    void enter(String email, String password, String path) {
        var signedIn = new PlainBrowser(outside);
        new CodeFlow(outside).signIn(signedIn, email, password);
        person.context()
                .addCookies(
                        signedIn.cookies().entrySet().stream()
                                .map(it ->
                                        new Cookie(it.getKey(), it.getValue())
                                                .setUrl(outside.base()))
                                .toList());
        page.navigate(outside.base() + "/console" + path);
        person.seesItAll();
    }

    /** Signs in where she is asked to, on her way to that page. */
    void signIn(String email, String password, String path) {
        page.navigate(outside.base() + "/console" + path);
        person.field("E-mail address", "邮箱地址").fill(email);
        person.field("Password", "密码").fill(password);
        person.button("Sign in", "登录").click();
        assertThat(page).hasURL(outside.base() + "/console" + path);
    }

    /** Goes there by the navigation, which a phone has behind a button. */
    void goTo(String english, String chinese) {
        openNavigation();
        person.named(AriaRole.NAVIGATION, "Main navigation", "主导航")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName(person.say(english, chinese))
                                .setExact(true))
                .click();
        person.reads(english, chinese);
    }

    private void openNavigation() {
        if (person.look().phone()) {
            person.button("Menu", "菜单").click();
        }
    }

    /** Opens a channel for the site, and takes the script tag along. */
    String newChannel(String name, String origin) {
        goTo("Channels", "渠道");
        person.button("New channel", "新建渠道").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        person.field("Name", "名称").fill(name);
        person.field("Sites", "网站").fill(origin);
        person.field("Sites", "网站").press("Enter");
        dialog.locator("button[type=submit]").click();
        person.reads(name, name);
        return page.locator("code", new Page.LocatorOptions().setHasText("<script")).innerText();
    }

    /** Writes an entry; its first version is a draft. */
    void write(String question, String answer) {
        goTo("Knowledge", "知识库");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(person.say("New entry", "新建知识")))
                .click();
        person.field("Question", "问题").fill(question);
        person.field("Answer", "答案").fill(answer);
        person.button("Save draft", "保存草稿").click();
        person.reads(question, question);
    }

    /** Publishes the draft that she looks at, where the company does not ask for four eyes. */
    void publishNow() {
        person.button("Publish now", "直接发布").click();
        isLive();
    }

    /** The bot answers with the first version of the entry that she looks at. */
    void isLive() {
        assertThat(page.getByText(person.say("Version 1 is live", "线上为版本 1"))).isVisible();
    }

    /** Takes conversations from now on. */
    void goOnline() {
        openNavigation();
        page.getByLabel(person.say("Availability: Offline", "在线状态：离线")).click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions()
                                .setName(person.say("Online", "在线"))
                                .setExact(true))
                .click();
        assertThat(page.getByLabel(person.say("Availability: Online", "在线状态：在线"))).isVisible();
        if (person.look().phone()) {
            person.button("Menu", "菜单").click();
        }
    }

    /** Asks a colleague in, as the holder of these roles. */
    void invite(String name, String email, List<String> roles) {
        goTo("Members", "成员");
        person.button("Invite a member", "邀请成员").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        person.field("Name", "姓名").fill(name);
        dialog.getByLabel(person.say("E-mail", "邮箱地址")).fill(email);
        for (var role : dialog.getByRole(AriaRole.CHECKBOX).all()) {
            role.setChecked(roles.contains(role.inputValue()));
        }
        person.button("Send invitation", "发送邀请").click();
        assertThat(dialog).isHidden();
    }

    /**
     * Waits until the report has this figure among its headlines, on a page whose clock is
     * installed.
     */
    void counts(String english, String chinese, String figure) {
        var headline =
                page.locator("dl > div")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(
                                                page.getByText(
                                                        person.say(english, chinese),
                                                        new Page.GetByTextOptions()
                                                                .setExact(true))));
        await().atMost(REPORT)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1)) // for its answer
                .until(() -> {
                    headline.waitFor();
                    if (headline.innerText().contains(figure)) {
                        return true;
                    }
                    page.clock().fastForward(AGAIN_MS);
                    return false;
                });
    }
}
