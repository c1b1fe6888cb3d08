package io.wenda;

import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import java.util.Set;

/** Callers whom no table knows. */
public final class MadeUpCallers {
    private MadeUpCallers() {}

    /** An agent of the company. */
    public static Caller member(TenantId company) {
        return new Caller.Member(company, new MemberId(NewId.next()), Set.of(Role.AGENT));
    }

    /** A visitor of the company. */
    public static Caller.Visitor visitor(TenantId company) {
        return new Caller.Visitor(
                company,
                new VisitorId(NewId.next()),
                new ChannelId(NewId.next()),
                new ContactId(NewId.next()),
                false);
    }
}
