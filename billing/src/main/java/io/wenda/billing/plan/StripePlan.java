package io.wenda.billing.plan;

import com.stripe.model.Product;
import io.wenda.billing.Plan;
import io.wenda.billing.Price;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of a price at Stripe. What the plan allows stands in the metadata of the product:
 * {@code seats} and {@code conversations_per_month}, each a whole number or {@code unlimited}. A
 * forgotten one is a fault, else a slip at Stripe would give without limit what was meant to be
 * sold.
 */
final class StripePlan {
    private static final String UNLIMITED = "unlimited";

    private StripePlan() {}

    /** The price cannot be a plan; the message tells the operator what to mend at Stripe. */
    static final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    static Plan of(com.stripe.model.Price price) throws Unusable {
        var product = price.getProductObject();
        if (product == null || !Boolean.TRUE.equals(product.getActive())) {
            throw new Unusable("its product is archived or was not sent");
        }
        var seats = limit(product, "seats");
        return new Plan(
                price.getLookupKey(),
                product.getName(),
                seats.isEmpty() ? null : whole(seats.get()),
                limit(product, "conversations_per_month").orElse(null),
                cost(price));
    }

    private static Price cost(com.stripe.model.Price price) throws Unusable {
        var recurring = price.getRecurring();
        var amount = price.getUnitAmountDecimal();
        if (recurring == null || amount == null) {
            throw new Unusable("it must be recurring, with one amount per unit (no tiers)");
        }
        return new Price(
                price.getId(),
                price.getCurrency(),
                amount,
                interval(recurring.getInterval()),
                Math.toIntExact(recurring.getIntervalCount()));
    }

    private static Price.Interval interval(String name) throws Unusable {
        try {
            return Price.Interval.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new Unusable("its interval is unknown: " + name);
        }
    }

    private static Optional<Long> limit(Product product, String name) throws Unusable {
        @Nullable String value = product.getMetadata().get(name);
        if (value == null) {
            throw new Unusable("its product has no metadata " + name + " (a number or unlimited)");
        }
        if (value.strip().equals(UNLIMITED)) {
            return Optional.empty();
        }
        try {
            var number = Long.parseLong(value.strip());
            if (number > 0) {
                return Optional.of(number);
            }
        } catch (NumberFormatException _) {
            // told below, like a number that makes no sense
        }
        throw new Unusable("metadata " + name + " is no whole number above 0: " + value);
    }

    private static int whole(long seats) throws Unusable {
        if (seats > Integer.MAX_VALUE) {
            throw new Unusable("metadata seats is too large: " + seats);
        }
        return (int) seats;
    }
}
