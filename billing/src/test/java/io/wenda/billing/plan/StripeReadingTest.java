package io.wenda.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import io.wenda.billing.Plan;
import io.wenda.tenant.company.Entitlements;
import io.wenda.tenant.company.SignUps;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

class StripeReadingTest extends StripeTest {
    StripeReadingTest(
            OfferedPlans offered,
            Entitlements entitlements,
            SignUps signUps,
            Plans withoutStripe,
            TransactionTemplate transactions) {
        super(offered, entitlements, signUps, withoutStripe, transactions);
    }

    @Test
    void plansAreTheActivePricesInTheOperatorsOrder() {
        stripe.add(
                PriceAtStripe.of(
                        big,
                        "Grand 旗舰版",
                        Map.of("seats", "unlimited", "conversations_per_month", "unlimited")));
        stripe.add(PriceAtStripe.of(team, "Team", FIVE_SEATS));
        stripe.add(PriceAtStripe.of("not-asked-for", "Old", FIVE_SEATS));

        reading().refresh();

        assertThat(available())
                .containsExactly(
                        new Plan(team, "Team", 5, 2000L, monthly("price_" + team)),
                        new Plan(big, "Grand 旗舰版", null, null, monthly("price_" + big)));
        assertThat(stripe.questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.method()).isEqualTo("GET /v1/prices");
                    assertThat(question.parameters()).containsEntry("active", "true");
                    assertThat(question.lookupKeys()).containsExactlyInAnyOrder(team, big);
                    assertThat(question.headers())
                            .containsEntry("Stripe-Version", Stripe.API_VERSION);
                });
    }

    @Test
    void pagesAreReadToTheEnd() {
        stripe.pagesHold(1);
        stripe.add(PriceAtStripe.of(team, "Team", FIVE_SEATS));
        stripe.add(PriceAtStripe.of(big, "Grand", FIVE_SEATS));

        reading().refresh();

        assertThat(available()).extracting(Plan::name).containsExactly("Team", "Grand");
        assertThat(stripe.questions())
                .extracting(question -> question.parameters().get("starting_after"))
                .containsExactly(null, "price_" + team);
    }

    @Test
    void moreKeysThanStripeTakesAtOnceAreAskedInParts() {
        var keys = IntStream.range(0, 12).mapToObj(number -> number + "-" + run).toList();
        keys.forEach(key -> stripe.add(PriceAtStripe.of(key, "Plan " + key, FIVE_SEATS)));
        var settings = settings(StripeDouble.KEY, stripe.base(), keys);

        new StripeReading(settings, offered, Clock.systemUTC()).refresh();

        assertThat(available(settings)).extracting(Plan::key).containsExactlyElementsOf(keys);
        assertThat(stripe.questions())
                .extracting(question -> question.lookupKeys().size())
                .containsExactly(10, 2);
    }

    static Stream<StripeDouble.Answers> outages() {
        return Stream.of(
                new StripeDouble.Answers(
                        401, StripeDouble.error("invalid_request_error", null, "Invalid API Key")),
                new StripeDouble.Answers(
                        429,
                        StripeDouble.error(
                                "invalid_request_error", "rate_limit", "Too many requests")),
                new StripeDouble.Answers(
                        500, StripeDouble.error("api_error", null, "An unknown error occurred")),
                new StripeDouble.Answers(502, "<html>bad gateway</html>"),
                new StripeDouble.Answers(200, "{\"object\": \"list\", \"data\": ["));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageKeepsTheLastKnownPlans(StripeDouble.Answers outage) {
        stripe.add(PriceAtStripe.of(team, "Team", FIVE_SEATS));
        reading().refresh();
        stripe.feels(outage);

        reading().refresh();

        assertThat(available()).extracting(Plan::name).containsExactly("Team");
        stripe.feels(new StripeDouble.Well());
        stripe.archive(team);
        stripe.add(PriceAtStripe.of(team, "Team 2", FIVE_SEATS));
        reading().refresh();
        assertThat(available()).extracting(Plan::name).containsExactly("Team 2");
    }

    @Test
    void nobodyToAskKeepsTheLastKnownPlans() {
        stripe.add(PriceAtStripe.of(team, "Team", FIVE_SEATS));
        reading().refresh();
        stripe.close();

        reading().refresh();

        assertThat(available()).extracting(Plan::name).containsExactly("Team");
    }

    @Test
    void whoReadsThePlansNeverWaitsForStripe() throws InterruptedException {
        stripe.add(PriceAtStripe.of(team, "Team", FIVE_SEATS));
        reading().refresh();
        var silent = new StripeDouble.Silent(new CountDownLatch(1), new CountDownLatch(1));
        stripe.feels(silent);
        var reading = reading();
        var slow = Thread.ofVirtual().start(reading::refresh);
        assertThat(silent.arrived().await(10, TimeUnit.SECONDS)).isTrue();

        var before = stripe.questions().size();
        reading.refresh();
        assertThat(available()).extracting(Plan::name).containsExactly("Team");
        assertThat(stripe.questions()).as("a second reading is not begun").hasSize(before);

        assertThat(slow.join(Duration.ofSeconds(20))).as("its wait ends by itself").isTrue();
        assertThat(available()).extracting(Plan::name).containsExactly("Team");
        silent.until().countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "seats,",
        "seats,many",
        "seats,0",
        "seats,-3",
        "seats,99999999999",
        "conversations_per_month,",
        "conversations_per_month,2.5"
    })
    void aSlipInTheMetadataIsNotSoldWithoutLimit(String name, @Nullable String value) {
        var metadata = new HashMap<>(FIVE_SEATS);
        metadata.remove(name);
        if (value != null) {
            metadata.put(name, value);
        }
        stripe.add(PriceAtStripe.of(team, "Team", metadata));
        stripe.add(PriceAtStripe.of(big, "Grand", FIVE_SEATS));

        reading().refresh();

        assertThat(available()).extracting(Plan::key).containsExactly(big);
    }

    @Test
    void aPriceThatIsNoSubscriptionIsNotOffered() {
        var once = PriceAtStripe.of(team, "Team", FIVE_SEATS);
        once.put("type", "one_time");
        once.putNull("recurring");
        stripe.add(once);
        var tiered = PriceAtStripe.of(big, "Grand", FIVE_SEATS);
        tiered.put("billing_scheme", "tiered");
        tiered.putNull("unit_amount");
        tiered.putNull("unit_amount_decimal");
        stripe.add(tiered);

        reading().refresh();

        assertThat(available()).isEmpty();
    }
}
