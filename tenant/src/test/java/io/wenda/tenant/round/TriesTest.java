package io.wenda.tenant.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.Unavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

class TriesTest {
    @Test
    void anOutageIsNobodysFaultHoweverDeepItStands() {
        assertThat(
                        new Throwable[] {
                            new Unavailable("index", Duration.ZERO),
                            new CompletionException(new Unavailable("index", Duration.ZERO)),
                            new CannotCreateTransactionException("none"),
                            new IllegalStateException(new SQLException("shutting down", "57P01"))
                        })
                .noneMatch(Tries::isOwnFault);
        assertThat(
                        new Throwable[] {
                            new IllegalStateException("a bug"),
                            new OutOfMemoryError(),
                            new IllegalStateException(new SQLException("not unique", "23505")),
                            new IllegalStateException(new SQLException("too slow", "57014")),
                            new TransactionTimedOutException("too slow")
                        })
                .allMatch(Tries::isOwnFault);
    }

    @Test
    void pausesGrowToHalfAMinute() {
        assertThat(IntStream.of(0, 1, 2, 3, 5, 6, 1_000).mapToObj(Tries::pause))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 1L, 2L, 4L, 16L, 30L, 30L);
    }
}
