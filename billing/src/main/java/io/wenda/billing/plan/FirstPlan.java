package io.wenda.billing.plan;

import io.wenda.tenant.company.CompanySignedUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a new company the operator's local plan, in the transaction of its sign-up. */
@Component
class FirstPlan {
    private final Plans plans;

    FirstPlan(Plans plans) {
        this.plans = plans;
    }

    @EventListener
    void give(CompanySignedUp company) {
        plans.begin();
    }
}
