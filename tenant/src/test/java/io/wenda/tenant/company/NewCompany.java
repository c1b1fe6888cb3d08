package io.wenda.tenant.company;

import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the companies that tests work in, each its own. */
@Component
class NewCompany {
    static final String PASSWORD = "correct-horse-battery-stapler";

    private final SignUps signUps;
    private final EmailVerifications verifications;
    private final Mailbox mailbox;
    private final Invitations invitations;
    private final Joining joining;

    NewCompany(
            SignUps signUps,
            EmailVerifications verifications,
            Mailbox mailbox,
            Invitations invitations,
            Joining joining) {
        this.signUps = signUps;
        this.verifications = verifications;
        this.mailbox = mailbox;
        this.invitations = invitations;
        this.joining = joining;
    }

    static SignUp wanted(String email) {
        return new SignUp("Acme 问达", "Anna", email, PASSWORD, "zh-CN", "Asia/Shanghai");
    }

    static String address() {
        return UUID.randomUUID() + "@shop.example";
    }

    /** A company whose address is not verified yet. */
    SignedUp fresh() {
        return signUps.signUp(wanted(address()));
    }

    /** A company that may invite. */
    SignedUp verified() {
        var company = fresh();
        verifications.verify(mailbox.token(company.owner().email()));
        return company;
    }

    /** One more member of the company, joined. */
    Member member(SignedUp company, Role... roles) {
        var email = address();
        in(company, () -> invitations.invite(owner(company), email, "Bo", Set.of(roles)));
        return joining.accept(mailbox.token(email), "Bo", PASSWORD).orElseThrow();
    }

    static Caller.Member owner(SignedUp company) {
        return caller(company, company.owner().id(), Role.OWNER);
    }

    static Caller.Member caller(SignedUp company, MemberId member, Role... roles) {
        return new Caller.Member(company.company().id(), member, Set.of(roles));
    }

    static <T extends @Nullable Object> T in(SignedUp company, Supplier<T> work) {
        return CurrentTenant.call(company.company().id(), work);
    }
}
