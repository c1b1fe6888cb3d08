package io.wenda.tenant.company;

import io.wenda.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A customer of ours: the unit of isolation, with the settings that all its people share.
 *
 * @param slug short name for addresses, made once from the first name
 * @param locale BCP 47
 * @param timeZone in which its days and hours are counted
 * @param fourEyesReview whether a knowledge version needs another member's approval
 */
public record Company(
        TenantId id,
        String name,
        String slug,
        String locale,
        ZoneId timeZone,
        boolean fourEyesReview,
        Instant createdAt) {

    /** The day that it is there. */
    public LocalDate dayAt(Instant time) {
        return LocalDate.ofInstant(time, timeZone);
    }
}
