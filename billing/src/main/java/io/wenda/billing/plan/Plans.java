package io.wenda.billing.plan;

import io.wenda.billing.Plan;
import io.wenda.tenant.company.Entitlement;
import io.wenda.tenant.company.Entitlements;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans that a company can have, and the one it has. */
@Component
public class Plans {
    private final BillingSettings settings;
    private final OfferedPlans offered;
    private final Entitlements entitlements;

    Plans(BillingSettings settings, OfferedPlans offered, Entitlements entitlements) {
        this.settings = settings;
        this.offered = offered;
        this.entitlements = entitlements;
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

    /**
     * What the current company has: its own limits, as they were when it got the plan, under the
     * plan's present name and price.
     */
    @Transactional(readOnly = true)
    public Plan current() {
        var own = entitlements.current();
        var known =
                own.plan().equals(settings.localPlan())
                        ? Optional.of(local())
                        : offered.find(own.plan());
        return new Plan(
                own.plan(),
                known.map(Plan::name).orElse(own.plan()),
                own.seats(),
                own.conversationsPerMonth(),
                known.map(Plan::price).orElse(null));
    }

    /** Every company begins with it, with Stripe too: choosing another comes later. */
    void begin() {
        entitlements.replace(new Entitlement(settings.localPlan(), null, null, null));
    }

    private Plan local() {
        return new Plan(settings.localPlan(), settings.localPlan(), null, null, null);
    }
}
