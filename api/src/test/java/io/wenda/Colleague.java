package io.wenda;

import io.wenda.testing.CodeFlow;
import io.wenda.testing.PlainBrowser;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One more member of a test's company, invited by its owner and signed in. */
public record Colleague(String id, String email, String token) {
    public static final String PASSWORD = "mild-otter-paints-hills";

    /** Verifies the company's address if it is not, invites, joins and signs in. */
    public static Colleague join(Company company, MailsWanted mails, String... roles) {
        var outside = company.outside();
        var browser = new PlainBrowser(outside);
        var verify = browser.get(mails.link(company.email()));
        if (verify.status() == 200) {
            browser.submit(verify, Map.of());
        }
        var email = "colleague-" + UUID.randomUUID() + "@example.com";
        var id =
                company.ask(
                                """
                                mutation($i: InviteMemberInput!) {
                                  inviteMember(input: $i) { member { id } userErrors { code message } }
                                }
                                """,
                                Map.of(
                                        "i",
                                        Map.of(
                                                "email",
                                                email,
                                                "name",
                                                "Bo",
                                                "roles",
                                                List.of(roles))))
                        .done()
                        .at("/member/id")
                        .asString();
        browser.submit(browser.get(mails.link(email)), Map.of("name", "Bo", "password", PASSWORD));
        var flow = new CodeFlow(outside);
        var code = String.valueOf(browser.get(flow.path(Map.of())).query("code"));
        return new Colleague(id, email, flow.exchange(code).body().path("access_token").asString());
    }
}
