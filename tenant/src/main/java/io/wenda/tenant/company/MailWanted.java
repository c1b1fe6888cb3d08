package io.wenda.tenant.company;

import io.wenda.tenant.TenantId;
import java.util.Map;

/**
 * A mail shall go out. Told inside the transaction that wants it, so that the integration room
 * keeps it in the same transaction and delivers it afterwards.
 *
 * @param template {@code verify-email} or {@code invite-member}
 * @param values what the template shows: {@code name}, {@code company}, {@code link}, and for an
 *     invitation {@code inviter}
 */
public record MailWanted(
        TenantId tenant, String to, String template, String locale, Map<String, String> values) {
    public MailWanted {
        values = Map.copyOf(values);
    }
}
