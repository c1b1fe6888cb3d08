package io.wenda.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.billing.Plan;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.Entitlement;
import io.wenda.tenant.company.Entitlements;
import io.wenda.tenant.company.SignUps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.support.TransactionTemplate;

class PlansTest extends StripeTest {
    PlansTest(
            OfferedPlans offered,
            Entitlements entitlements,
            SignUps signUps,
            Plans withoutStripe,
            TransactionTemplate transactions) {
        super(offered, entitlements, signUps, withoutStripe, transactions);
    }

    @Test
    void beforeStripeHasToldAnyPlanThereIsNone() {
        stripe.feels(new StripeDouble.Answers(401, "{}"));

        reading().refresh();

        assertThat(available()).isEmpty();
    }

    @Test
    void anArchivedPriceIsNotOfferedButKnownToThoseWhoHaveIt() {
        stripe.add(PriceAtStripe.of(team, "Team", FIVE_SEATS));
        reading().refresh();
        var company = company();
        inCompany(
                company,
                () -> {
                    entitlements.replace(new Entitlement(team, 5, 1500L, null));
                    return true;
                });
        stripe.archive(team);

        reading().refresh();

        assertThat(available()).isEmpty();
        assertThat(inCompany(company, () -> plans(settings()).current()))
                .isEqualTo(new Plan(team, "Team", 5, 1500L, monthly("price_" + team)));
    }

    @Test
    void withoutAStripeKeyEveryCompanyHasTheLocalPlanWithoutLimitOrEnd() {
        var company = company();

        var local = new Plan("local", "local", null, null, null);
        assertThat(inCompany(company, withoutStripe::available)).containsExactly(local);
        assertThat(inCompany(company, withoutStripe::current)).isEqualTo(local);
        assertThat(inCompany(company, entitlements::current))
                .isEqualTo(new Entitlement("local", null, null, null));
        assertThat(inCompany(new TenantId(NewId.next()), entitlements::current).plan())
                .as("of another company")
                .isNotEqualTo("local");
    }

    @Test
    void stripeIsReadAtAFixedRateOnlyWhereThereIsAKey() {
        var with = new ScheduledTaskRegistrar();
        var without = new ScheduledTaskRegistrar();
        var setup = new BillingSetup();

        setup.readingOfPlans(settings(), offered, Clock.systemUTC()).configureTasks(with);
        setup.readingOfPlans(settings("", stripe.base(), List.of()), offered, Clock.systemUTC())
                .configureTasks(without);

        assertThat(with.getFixedRateTaskList())
                .singleElement()
                .satisfies(task ->
                        assertThat(task.getIntervalDuration()).isEqualTo(Duration.ofMinutes(10)));
        assertThat(without.hasTasks()).isFalse();
    }

    @Test
    void aKeyWithoutLookupKeysFailsTheStartAndIsNeverShown() {
        assertThatThrownBy(() -> settings(StripeDouble.KEY, stripe.base(), List.of()))
                .hasMessageContaining("wenda.billing.stripe-lookup-keys");
        assertThat(settings().toString()).doesNotContain(StripeDouble.KEY);
    }
}
