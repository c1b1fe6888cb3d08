package io.wenda.tenant.company;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;

/** An open invitation, as the invited person sees it. */
public record Invitation(
        TenantId tenant,
        MemberId member,
        String company,
        String name,
        String email,
        String locale) {}
