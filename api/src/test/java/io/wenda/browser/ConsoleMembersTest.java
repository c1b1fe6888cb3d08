package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.wenda.Colleague;
import io.wenda.MailsWanted;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

/** The owner says in the console what a colleague may do, and that she is none any more. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ConsoleMembersTest extends BrowserTest {
    private static final Look ENGLISH = Look.desktop("en");

    private final MailsWanted mails;

    ConsoleMembersTest(MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void aColleagueGetsOtherRolesAndLeaves() {
        var company = OUTSIDE.newCompany("Tea House", "Lin");
        var colleague = Colleague.join(company, mails, "AGENT");
        var owner = person("owner", ENGLISH);
        var page = owner.page();
        new Console(OUTSIDE, owner).signIn(company.email(), company.password(), "/members");
        var row =
                page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText(colleague.email()));

        act(page, row, "Change roles");
        owner.seesAccessibleScreens("roles");
        dialog(page).getByLabel("Supervisor").check();
        dialog(page).getByText("Save").click();
        assertThat(dialog(page)).isHidden();
        assertThat(row).containsText("Supervisor");

        act(page, row, "Remove");
        owner.seesAccessibleScreens("remove");
        dialog(page)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Remove").setExact(true))
                .click();
        assertThat(row).isHidden();
    }

    @Test
    void theOwnerCannotRemoveHerself() {
        var company = OUTSIDE.newCompany("Tea House", "Lin");
        var owner = person("owner", ENGLISH);
        var page = owner.page();
        new Console(OUTSIDE, owner).enter(company.email(), company.password(), "/members");

        page.getByLabel("Actions: Lin").click();

        assertThat(page.getByRole(AriaRole.MENUITEM)).hasText(new String[] {"Change roles"});
    }

    private static void act(Page page, Locator row, String what) {
        row.getByRole(AriaRole.BUTTON).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(what)).click();
        assertThat(dialog(page)).isVisible();
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }
}
