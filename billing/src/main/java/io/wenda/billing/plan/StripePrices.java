package io.wenda.billing.plan;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.param.PriceListParams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads prices and their products by lookup key, with Stripe's own client. */
final class StripePrices {
    /** Stripe takes at most ten lookup keys in one question. */
    private static final int KEYS_AT_ONCE = 10;

    /** Further tries after a lost connection, a conflict or a fault of Stripe's, with back-off. */
    private static final int RETRIES = 2;

    private static final long PAGE = 100L;

    private final StripeClient stripe;

    StripePrices(BillingSettings settings) {
        var timeout = Math.toIntExact(settings.stripeTimeout().toMillis());
        this.stripe =
                StripeClient.builder()
                        .setApiKey(settings.stripeApiKey())
                        .setApiBase(settings.stripeApiBase().toString())
                        .setConnectTimeout(timeout)
                        .setReadTimeout(timeout)
                        .setMaxNetworkRetries(RETRIES)
                        .build();
    }

    /** The active prices of these lookup keys, each with its product. */
    Map<String, Price> byLookupKey(List<String> keys) throws StripeException {
        var found = new HashMap<String, Price>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            var some = keys.subList(from, Math.min(from + KEYS_AT_ONCE, keys.size()));
            for (var price : all(some)) {
                found.put(price.getLookupKey(), price);
            }
        }
        return found;
    }

    private List<Price> all(List<String> keys) throws StripeException {
        var prices = new ArrayList<Price>();
        var question =
                PriceListParams.builder()
                        .setActive(true)
                        .addAllLookupKey(keys)
                        .addExpand("data.product")
                        .setLimit(PAGE);
        while (true) {
            var page = stripe.v1().prices().list(question.build());
            prices.addAll(page.getData());
            if (!page.getHasMore() || page.getData().isEmpty()) {
                return prices;
            }
            question.setStartingAfter(page.getData().getLast().getId());
        }
    }
}
