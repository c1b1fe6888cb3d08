package io.wenda.billing.plan;

import io.wenda.billing.Plan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans that a company can have, and the one it has. */
@Component
public class Plans {
    private final BillingSettings settings;
    private final OfferedPlans offered;

    Plans(BillingSettings settings, OfferedPlans offered) {
        this.settings = settings;
        this.offered = offered;
    }

    /** What can be had, in the operator's order: Stripe's plans, else the local one. */
    @Transactional(readOnly = true)
    public List<Plan> available() {
        if (!settings.withStripe()) {
            return List.of(local());
        }
        var known =
                offered.offered(settings.stripeLookupKeys()).stream()
                        .collect(Collectors.toMap(Plan::key, Function.identity()));
        return settings.stripeLookupKeys().stream()
                .filter(known::containsKey)
                .map(known::get)
                .toList();
    }

    /** Every company begins with it; no limit, no end. */
    Plan local() {
        return new Plan(settings.localPlan(), settings.localPlan(), null, null, null);
    }
}
