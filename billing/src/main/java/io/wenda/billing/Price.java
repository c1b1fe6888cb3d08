package io.wenda.billing;

import java.math.BigDecimal;

/**
 * What a plan costs.
 *
 * @param id names the price at Stripe
 * @param currency three letters of ISO 4217, lower case as Stripe writes them
 * @param amount in the currency's smallest unit, for one seat or one plan as the price says
 * @param interval unit of the time that the amount pays for
 * @param every how many of the units
 */
public record Price(String id, String currency, BigDecimal amount, Interval interval, int every) {

    /** Unit of the time that a price pays for. */
    public enum Interval {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }
}
