package io.wenda.knowledge;

import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.SignUp;
import io.wenda.tenant.company.SignUps;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.Set;
import java.util.function.Supplier;

/** A company of a test's own, with its people. */
public final class CompanyUnderTest {
    private final TenantId tenant;
    private final Caller.Member owner;

    private CompanyUnderTest(TenantId tenant, MemberId owner) {
        this.tenant = tenant;
        this.owner = new Caller.Member(tenant, owner, Set.of(Role.OWNER));
    }

    public static CompanyUnderTest signedUp(SignUps signUps) {
        var mail = NewId.next() + "@example.com";
        var signedUp =
                signUps.signUp(
                        new SignUp("Acme", "Ada", mail, "quite a long phrase 7!", "en", "UTC"));
        return new CompanyUnderTest(signedUp.company().id(), signedUp.owner().id());
    }

    public TenantId tenant() {
        return tenant;
    }

    public Caller.Member owner() {
        return owner;
    }

    /** Somebody else with the role. */
    public Caller.Member member(Role role) {
        return new Caller.Member(tenant, new MemberId(NewId.next()), Set.of(role));
    }

    public Caller.Program program(Role role) {
        return new Caller.Program(tenant, new ProgramId(NewId.next()), Set.of(role));
    }

    public <T> T in(Supplier<T> work) {
        return CurrentTenant.call(tenant, work);
    }
}
