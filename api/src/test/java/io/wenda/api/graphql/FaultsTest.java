package io.wenda.api.graphql;

import static io.wenda.api.graphql.Fault.Code.BAD_REQUEST;
import static io.wenda.api.graphql.Fault.Code.FORBIDDEN;
import static io.wenda.api.graphql.Fault.Code.INTERNAL;
import static io.wenda.api.graphql.Fault.Code.RATE_LIMITED;
import static io.wenda.api.graphql.Fault.Code.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What each kind of failure is told as. */
class FaultsTest {

    @Test
    void refusalsAreUserErrorsButForThoseThatAreNot() {
        assertThat(Faults.userError(new Refusal.Invalid("mend it", "a", "b")))
                .hasValueSatisfying(error -> {
                    assertThat(error.code()).isEqualTo("INVALID");
                    assertThat(error.field()).containsExactly("a", "b");
                });
        assertThat(Faults.userError(Refusal.Conflict.notAllowedNow("later")))
                .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo("NOT_ALLOWED_NOW"));
        assertThat(Faults.userError(new Refusal.LimitReached("plan", Duration.ZERO)))
                .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo("LIMIT_REACHED"));
        assertThat(Faults.userError(new Refusal.LimitReached("rate", Duration.ofSeconds(2))))
                .isEmpty();
        assertThat(Faults.userError(new Refusal.Forbidden("no"))).isEmpty();
        assertThat(Faults.userError(new IllegalStateException("secret"))).isEmpty();
    }

    @Test
    void anEngineThatIsAwayIsUnavailableWhereverItIsSaid() {
        for (var thrown :
                new Throwable[] {
                    new Unavailable("index", Duration.ofSeconds(5)),
                    new TimeoutException(),
                    new QueryTimeoutException("slow"),
                    new CannotCreateTransactionException("none"),
                    new IllegalStateException(new SQLException("gone", "08006")),
                    new IllegalStateException(new SQLException("shutting down", "57P01")),
                    new IllegalStateException(new SQLException("deadlock", "40P01")),
                    new CompletionException(new SQLException("full", "53300"))
                }) {
            assertThat(Faults.of(thrown).code()).as("%s", thrown).isEqualTo(UNAVAILABLE);
            assertThat(Faults.of(thrown).extensions("")).containsKey("retryAfterSeconds");
        }
    }

    @Test
    void limitsTellWhenToComeBack() {
        var fault = Faults.of(new Refusal.LimitReached("slowly", Duration.ofMillis(1500)));

        assertThat(fault.code()).isEqualTo(RATE_LIMITED);
        assertThat(fault.extensions("")).containsEntry("retryAfterSeconds", 2L);
    }

    @Test
    void nothingIsToldOfWhatIsOurs() {
        var fault = Faults.of(new IllegalStateException("select secret from wall"));

        assertThat(fault.code()).isEqualTo(INTERNAL);
        assertThat(fault.message()).doesNotContain("secret");
        assertThat(fault.extensions("t1")).containsEntry("traceId", "t1");
    }

    @Test
    void refusedQueriesAreBadRequestsOrForbidden() {
        assertThat(Faults.of(new Refusal.Invalid("mend it")).code()).isEqualTo(BAD_REQUEST);
        assertThat(Faults.of(new Refusal.Forbidden("no")).code()).isEqualTo(FORBIDDEN);
        assertThat(Faults.notFound(new CompletionException(new Refusal.NotFound("ticket"))))
                .isTrue();
    }
}
