package io.wenda.tenant.company;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.event.Event;
import java.time.Instant;

/**
 * A company and its owner exist. Told inside the signing-up transaction, so that every room adds
 * what a new company starts with, or the whole sign-up fails.
 */
public record CompanySignedUp(TenantId tenant, MemberId owner, Instant at) implements Event {
    @Override
    public String type() {
        return "company.signed_up";
    }
}
