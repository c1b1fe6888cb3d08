package io.wenda.tenant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AskedNumberTest {
    private final AtomicInteger questions = new AtomicInteger();
    private final CompletableFuture<Double> answer = new CompletableFuture<>();
    private final AskedNumber number =
            new AskedNumber(() -> {
                questions.incrementAndGet();
                return answer.join();
            });

    @Test
    void anEngineThatHangsIsWaitedForAMomentAndAskedOnce() {
        assertThat(number.value()).isNaN();
        assertThat(number.value()).isNaN();

        assertThat(questions).hasValue(1);
        answer.complete(7.0);
        assertThat(number.value()).isEqualTo(7.0);
    }

    @Test
    void oneThatFailsTellsNothing() {
        answer.completeExceptionally(new IllegalStateException("away"));

        assertThat(number.value()).isNaN();
        assertThat(number.value()).isNaN();

        assertThat(questions).hasValue(2);
    }
}
