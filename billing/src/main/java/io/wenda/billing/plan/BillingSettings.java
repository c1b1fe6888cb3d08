package io.wenda.billing.plan;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which plans there are.
 *
 * @param localPlan name of the plan that every company begins with: no limit, no end, no price
 * @param stripeApiKey secret or restricted key that may read prices and products; empty: no Stripe
 * @param stripeApiBase where Stripe's API is
 * @param stripeLookupKeys lookup keys of the prices that are offered, in the order they are shown
 * @param stripeTimeout longest wait for a connection, and for an answer
 * @param stripeRefresh time between two readings
 */
@ConfigurationProperties("wenda.billing")
record BillingSettings(
        @DefaultValue("local") String localPlan,
        @DefaultValue("") String stripeApiKey,
        @DefaultValue("https://api.stripe.com") URI stripeApiBase,
        @DefaultValue List<String> stripeLookupKeys,
        @DefaultValue("5s") Duration stripeTimeout,
        @DefaultValue("10m") Duration stripeRefresh) {

    BillingSettings {
        stripeLookupKeys = List.copyOf(stripeLookupKeys);
        if (!stripeApiKey.isEmpty() && stripeLookupKeys.isEmpty()) {
            throw new IllegalArgumentException(
                    "wenda.billing.stripe-api-key is set: name the prices that are offered in"
                            + " wenda.billing.stripe-lookup-keys");
        }
    }

    boolean withStripe() {
        return !stripeApiKey.isEmpty();
    }

    /** Without the key, which must not reach a log. */
    @Override
    public String toString() {
        return "BillingSettings[stripe=" + withStripe() + ", plans=" + stripeLookupKeys + ']';
    }
}
