package io.wenda.tenant.company;

import io.wenda.tenant.isolation.CurrentTenant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A room that fails at the sight of one company; a part of all tests' one context. */
@Component
class Spoiler {
    static final String COMPANY = "Spoiled";
    private final Companies companies;

    Spoiler(Companies companies) {
        this.companies = companies;
    }

    @EventListener
    void spoil(CompanySignedUp event) {
        if (CurrentTenant.get().equals(event.tenant())
                && companies.current().name().equals(COMPANY)) {
            throw new IllegalStateException("spoiled");
        }
    }
}
