package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.testing.ShiftingClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class InvitationsTest {
    private final NewCompany companies;
    private final Invitations invitations;
    private final Joining joining;
    private final Members members;
    private final Entitlements entitlements;
    private final EmailVerifications verifications;
    private final SignIns signIns;
    private final Mailbox mailbox;
    private final ShiftingClock clock;

    InvitationsTest(
            NewCompany companies,
            Invitations invitations,
            Joining joining,
            Members members,
            Entitlements entitlements,
            EmailVerifications verifications,
            SignIns signIns,
            Mailbox mailbox,
            ShiftingClock clock) {
        this.companies = companies;
        this.invitations = invitations;
        this.joining = joining;
        this.members = members;
        this.entitlements = entitlements;
        this.verifications = verifications;
        this.signIns = signIns;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Test
    void aCompanyInvitesOnlyWhenItsAddressIsVerified() {
        var company = companies.fresh();
        var email = NewCompany.address();

        Refused.as(Refusal.Code.NOT_ALLOWED_NOW, () -> invite(company, email, Role.AGENT));
        assertThat(mailbox.to(email)).isEmpty();

        verifications.verify(mailbox.token(company.owner().email()));
        invite(company, email, Role.AGENT);
        assertThat(mailbox.to(email))
                .extracting(MailWanted::template)
                .containsExactly("invite-member");
    }

    @Test
    void aVerificationLinkOpensOnceAndNotForEver() {
        var company = companies.fresh();
        var token = mailbox.token(company.owner().email());

        clock.later(Duration.ofDays(8), () -> assertThat(verifications.verify(token)).isEmpty());
        assertThat(verifications.find(token)).contains(company.company());
        assertThat(verifications.verify(token)).contains(company.company());
        assertThat(verifications.verify(token)).isEmpty();
        assertThat(verifications.verify("made-up")).isEmpty();
    }

    @Test
    void theInvitedPersonJoinsWithANameAndAPasswordOfHerOwn() {
        var company = companies.verified();
        var email = NewCompany.address();
        var invited = invite(company, email, Role.AGENT, Role.EDITOR);

        var token = mailbox.token(email);
        assertThat(joining.find(token))
                .contains(
                        new Invitation(
                                company.company().id(),
                                invited.id(),
                                "Acme 问达",
                                "Bo",
                                email,
                                "zh-CN"));
        assertThat(invited.state()).isEqualTo(MemberState.INVITED);
        assertThat(signIns.matches(email, NewCompany.PASSWORD)).isEmpty();
        var joined = joining.accept(token, "Bo Li", NewCompany.PASSWORD);

        assertThat(joined)
                .contains(
                        new Member(
                                invited.id(),
                                "Bo Li",
                                email,
                                Set.of(Role.AGENT, Role.EDITOR),
                                MemberState.ACTIVE));
        assertThat(signIns.matches(email, NewCompany.PASSWORD))
                .extracting(SignIns.Match::member)
                .containsExactly(invited.id());
    }

    @Test
    void anInvitationOpensOnceWithinSevenDays() {
        var company = companies.verified();
        var email = NewCompany.address();
        invite(company, email, Role.AGENT);
        var token = mailbox.token(email);

        clock.later(
                Duration.ofDays(7).plusMinutes(1),
                () -> assertThat(joining.accept(token, "Bo", NewCompany.PASSWORD)).isEmpty());
        assertThat(joining.accept(token, "Bo", NewCompany.PASSWORD)).isPresent();
        assertThat(joining.accept(token, "Eve", "another-horse-with-wings-7")).isEmpty();
        assertThat(signIns.matches(email, "another-horse-with-wings-7")).isEmpty();
    }

    @Test
    void ofTwoWhoUseAnInvitationAtOnceOneJoins() throws Exception {
        var company = companies.verified();
        var email = NewCompany.address();
        invite(company, email, Role.AGENT);
        var token = mailbox.token(email);
        Callable<Boolean> accept =
                () -> joining.accept(token, "Bo", NewCompany.PASSWORD).isPresent();

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var joined = both.invokeAll(List.of(accept, accept));

            assertThat(List.of(joined.get(0).get(), joined.get(1).get()))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void invitingAgainEndsTheOlderLinkAndTakesNoOtherSeat() {
        var company = companies.verified();
        var email = NewCompany.address();
        var first = invite(company, email, Role.AGENT);
        var older = mailbox.token(email);

        var second = invite(company, email, Role.EDITOR);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(joining.find(older)).isEmpty();
        assertThat(joining.accept(mailbox.token(email), "Bo", NewCompany.PASSWORD))
                .map(Member::roles)
                .contains(Set.of(Role.EDITOR));
        Refused.as(Refusal.Code.CONFLICT, () -> invite(company, email, Role.AGENT), "email");
    }

    @Test
    void nobodyInvitesWithRolesBeyondHerOwn() {
        var company = companies.verified();
        var admin = companies.member(company, Role.ADMIN);
        var caller = NewCompany.caller(company, admin.id(), Role.ADMIN);

        Refused.as(
                Refusal.Code.FORBIDDEN,
                () ->
                        NewCompany.in(
                                company,
                                () ->
                                        invitations.invite(
                                                caller,
                                                NewCompany.address(),
                                                "Bo",
                                                Set.of(Role.OWNER))));
        Refused.as(Refusal.Code.INVALID, () -> invite(company, NewCompany.address()), "roles");
    }

    @Test
    void seatsAreCountedWithThoseWhoAreInvited() {
        var company = companies.verified();
        NewCompany.in(
                company,
                () -> {
                    entitlements.replace(new Entitlement("small", 2, null, null));
                    return true;
                });
        invite(company, NewCompany.address(), Role.AGENT);

        Refused.as(
                Refusal.Code.LIMIT_REACHED,
                () -> invite(company, NewCompany.address(), Role.AGENT));
        var listed = NewCompany.in(company, () -> members.page(new PageRequest(null, 10, true)));
        assertThat(listed.total()).isEqualTo(2);
    }

    @Test
    void aWeakPasswordLeavesTheInvitationOpen() {
        var company = companies.verified();
        var email = NewCompany.address();
        invite(company, email, Role.AGENT);
        var token = mailbox.token(email);

        Refused.as(
                Refusal.Code.INVALID, () -> joining.accept(token, "Bo", "1234567890"), "password");
        assertThat(joining.find(token)).isPresent();
    }

    private Member invite(SignedUp company, String email, Role... roles) {
        return NewCompany.in(
                company,
                () -> invitations.invite(NewCompany.owner(company), email, "Bo", Set.of(roles)));
    }
}
