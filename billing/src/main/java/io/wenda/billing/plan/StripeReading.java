package io.wenda.billing.plan;

import com.stripe.exception.StripeException;
import io.wenda.billing.Plan;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Reads the offered plans from Stripe now and then. Nobody ever waits for it: what Stripe does not
 * tell stays as it was last known.
 */
final class StripeReading {
    private static final Logger log = LoggerFactory.getLogger(StripeReading.class);

    private final List<String> keys;
    private final StripePrices stripe;
    private final OfferedPlans plans;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();

    StripeReading(BillingSettings settings, OfferedPlans plans, Clock clock) {
        this.keys = settings.stripeLookupKeys();
        this.stripe = new StripePrices(settings);
        this.plans = plans;
        this.clock = clock;
    }

    /** Reads once, unless a slow reading is still under way. */
    void refresh() {
        if (!reading.tryLock()) {
            return;
        }
        try {
            plans.replace(usable(stripe.byLookupKey(keys)), clock.instant());
        } catch (StripeException e) {
            // the message names no key: Stripe masks it
            log.warn(
                    "Stripe did not tell the plans, the last known stay (status {}, code {}, request"
                            + " {}): {}",
                    e.getStatusCode(),
                    e.getCode(),
                    e.getRequestId(),
                    e.getMessage());
        } catch (DataAccessException e) {
            log.warn("the plans that Stripe told could not be stored, the last known stay", e);
        } finally {
            reading.unlock();
        }
    }

    private List<Plan> usable(Map<String, com.stripe.model.Price> prices) {
        var usable = new LinkedHashMap<String, Plan>();
        for (var key : keys) {
            var price = prices.get(key);
            if (price == null) {
                log.warn("Stripe has no active price with the lookup key {}", key);
                continue;
            }
            try {
                usable.put(key, StripePlan.of(price));
            } catch (StripePlan.Unusable e) {
                log.warn("price {} ({}) is not offered: {}", price.getId(), key, e.getMessage());
            }
        }
        return List.copyOf(usable.values());
    }
}
