package io.wenda.tenant.company;

import io.wenda.tenant.Refusal;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts who takes a seat against what the company may use. */
@Component
class Seats {
    private final Companies companies;
    private final Members members;
    private final Entitlements entitlements;

    Seats(Companies companies, Members members, Entitlements entitlements) {
        this.companies = companies;
        this.members = members;
        this.entitlements = entitlements;
    }

    /** Refuses where no seat is free; others who ask at the same time wait for this transaction. */
    void requireOne() {
        companies.lock();
        var seats = entitlements.current().seats();
        if (seats != null && members.seatsTaken() >= seats) {
            throw new Refusal.LimitReached(
                    "all %d seats of the company's plan are taken".formatted(seats), Duration.ZERO);
        }
    }
}
