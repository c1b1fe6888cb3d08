package io.wenda.browser;

import com.microsoft.playwright.options.AriaRole;
import io.wenda.Company;
import io.wenda.MailsWanted;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestConstructor;

/** The pages without script, those that only some see too: everybody can read and use them. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PlainPagesScreenTest extends BrowserTest {
    private final MailsWanted mails;

    PlainPagesScreenTest(MailsWanted mails) {
        this.mails = mails;
    }

    static Stream<Look> looks() {
        return SignInScreenTest.looks();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatMailsLeadTo(Look look) {
        var company = OUTSIDE.newCompany("Hillside Tea 山茶");
        var somebody = person("somebody", look).expecting("404").expecting("422");

        var verify = mails.link(company.email());
        opens(somebody, verify, "verify");
        somebody.button("Confirm", "确认").click();
        somebody.reads("Thank you", "谢谢");
        somebody.seesAccessibleScreenDayAndNight("verify-done");
        opens(somebody, verify, "verify-gone");

        opens(somebody, invitation(company), "invite");
        somebody.field("New password", "新密码").fill("1234567890");
        somebody.button("Join", "加入").click();
        somebody.page().getByRole(AriaRole.ALERT).waitFor();
        somebody.seesAccessibleScreenDayAndNight("invite-weak");
        opens(somebody, "/invite/made-up", "invite-gone");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theChoiceOfACompanyAndTheWayOut(Look look) {
        var company = OUTSIDE.newCompany("Hillside Tea 山茶");
        company.alsoOwns("The Far Bank Company of Merchants in Porcelain, Paper and Ink");
        var somebody = person("somebody", look);

        somebody.page().navigate(OUTSIDE.base() + "/sign-in");
        somebody.field("E-mail address", "邮箱地址").fill(company.email());
        somebody.field("Password", "密码").fill(company.password());
        somebody.button("Sign in", "登录").click();
        somebody.reads("Which company?", "请选择公司");
        somebody.seesAccessibleScreenDayAndNight("choice");

        opens(somebody, "/sign-out", "sign-out");
        somebody.button("Sign out", "退出登录").click();
        somebody.reads("Sign in", "登录");
        somebody.seesAccessibleScreenDayAndNight("signed-out");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pagesThatFail(Look look) {
        var somebody = person("somebody", look).expecting("404").expecting("400");

        opens(somebody, "/nowhere", "fault-nowhere");
        somebody.reads("There is no such page", "页面不存在");
        opens(somebody, "/oauth2/authorize?client_id=unknown", "fault-refused");
        somebody.reads("This did not work", "操作未完成");
    }

    private String invitation(Company company) {
        var email = "colleague-" + UUID.randomUUID() + "@example.com";
        company.ask(
                        """
                        mutation($e: String!) {
                          inviteMember(input: {email: $e, name: "Bo", roles: [AGENT]}) { member { id } userErrors { code message } }
                        }
                        """,
                        Map.of("e", email))
                .done();
        return mails.link(email);
    }

    private static void opens(Person person, String path, String title) {
        person.page().navigate(OUTSIDE.base() + path);
        person.seesAccessibleScreenDayAndNight(title);
    }
}
