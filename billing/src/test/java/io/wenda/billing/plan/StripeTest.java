package io.wenda.billing.plan;

import io.wenda.billing.Plan;
import io.wenda.billing.Price;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.Entitlements;
import io.wenda.tenant.company.SignUp;
import io.wenda.tenant.company.SignUps;
import io.wenda.tenant.isolation.CurrentTenant;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** A Stripe that a test commands, and two plans that the operator offers. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
abstract class StripeTest {
    static final Map<String, String> FIVE_SEATS =
            Map.of("seats", "5", "conversations_per_month", "2000");

    final String run = NewId.next().toString();
    final String team = "team-" + run;
    final String big = "big-" + run;
    final StripeDouble stripe = new StripeDouble();
    final OfferedPlans offered;
    final Entitlements entitlements;
    final SignUps signUps;
    final Plans withoutStripe;
    final TransactionTemplate transactions;

    StripeTest(
            OfferedPlans offered,
            Entitlements entitlements,
            SignUps signUps,
            Plans withoutStripe,
            TransactionTemplate transactions) {
        this.offered = offered;
        this.entitlements = entitlements;
        this.signUps = signUps;
        this.withoutStripe = withoutStripe;
        this.transactions = transactions;
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    static Price monthly(String id) {
        return new Price(id, "cny", BigDecimal.valueOf(9900), Price.Interval.MONTH, 1);
    }

    StripeReading reading() {
        return new StripeReading(settings(), offered, Clock.systemUTC());
    }

    BillingSettings settings() {
        return settings(StripeDouble.KEY, stripe.base(), List.of(team, big));
    }

    static BillingSettings settings(String key, URI base, List<String> lookupKeys) {
        return new BillingSettings(
                "local", key, base, lookupKeys, Duration.ofMillis(300), Duration.ofMinutes(10));
    }

    Plans plans(BillingSettings settings) {
        return new Plans(settings, offered, entitlements);
    }

    List<Plan> available() {
        return available(settings());
    }

    List<Plan> available(BillingSettings settings) {
        return inCompany(new TenantId(NewId.next()), () -> plans(settings).available());
    }

    TenantId company() {
        return signUps.signUp(
                        new SignUp(
                                "Tea House",
                                "Li Wei",
                                "li.wei+" + run + "@example.com",
                                "correct horse battery staple 7",
                                null,
                                null))
                .company()
                .id();
    }

    <T> T inCompany(TenantId tenant, Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> transactions.execute(_ -> work.get()));
    }
}
