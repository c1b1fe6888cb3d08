package io.wenda.api.graphql;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class DeadlineTest {
    private static final Duration USUAL = Duration.ofSeconds(15);

    @Test
    void whatWaitsForNobodyOutsideIsGivenUpAsUsual() {
        StepVerifier.withVirtualTime(() -> new Deadline(USUAL).passed())
                .expectSubscription()
                .expectNoEvent(USUAL)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void theLongestWaitOutsideCountsAndAShortOneTakesNothingAway() {
        var deadline = new Deadline(USUAL);
        deadline.allow(Duration.ofSeconds(60));
        deadline.allow(Duration.ofSeconds(1));

        StepVerifier.withVirtualTime(deadline::passed)
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(70))
                .expectNextCount(1)
                .verifyComplete();
    }
}
