package io.wenda.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.wenda.RunningApplication;
import io.wenda.api.limit.Limits;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.test.context.TestConstructor;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AdmissionTest extends RunningApplication {
    private static final WebGraphQlResponse ANSWER =
            new WebGraphQlResponse(
                    new DefaultExecutionGraphQlResponse(
                            ExecutionInput.newExecutionInput("{ viewer }").build(),
                            ExecutionResult.newExecutionResult().build()));

    private final Admission admission;

    private final Limits limits;

    AdmissionTest(Limits limits) {
        this.limits = limits;
        admission = admission(1);
    }

    /** With a line for nobody. */
    private Admission admission(int placesOfCompany) {
        return new Admission(
                new GraphQlSettings(
                        Duration.ofSeconds(15),
                        DataSize.ofMegabytes(1),
                        16,
                        100,
                        100,
                        100,
                        placesOfCompany,
                        1,
                        0,
                        1),
                limits);
    }

    @Test
    void thoseWithoutATokenStandInOneLineAndNoCompanyBehindThem() {
        var atWork = admission.admitted(Optional.empty(), "192.0.2.1", Mono.never()).subscribe();

        StepVerifier.create(admission.admitted(Optional.empty(), "192.0.2.2", Mono.just(ANSWER)))
                .verifyError(Refusal.LimitReached.class);
        passes(Optional.of(member()));

        atWork.dispose();
        passes(Optional.empty());
    }

    @Test
    void aCompanyStandsBehindNobodyButItself() {
        var busy = member();
        var atWork = admission.admitted(Optional.of(busy), "192.0.2.1", Mono.never()).subscribe();

        StepVerifier.create(admission.admitted(Optional.of(busy), "192.0.2.1", Mono.just(ANSWER)))
                .verifyError(Refusal.LimitReached.class);
        passes(Optional.of(member()));
        passes(Optional.empty());

        atWork.dispose();
        passes(Optional.of(busy));
    }

    @Test
    void noCompanyHasFewerPlacesBecauseStrangersAsk() {
        var twoAtOnce = admission(2);
        var busy = Optional.of(member());
        twoAtOnce.admitted(Optional.empty(), "192.0.2.1", Mono.just(ANSWER)).block();
        var atWork = twoAtOnce.admitted(busy, "192.0.2.1", Mono.never()).subscribe();

        assertThat(twoAtOnce.admitted(busy, "192.0.2.1", Mono.just(ANSWER)).block())
                .isSameAs(ANSWER);

        atWork.dispose();
    }

    private void passes(Optional<Caller> caller) {
        assertThat(admission.admitted(caller, "192.0.2.3", Mono.just(ANSWER)).block())
                .isSameAs(ANSWER);
    }

    private static Caller member() {
        return new Caller.Member(
                new TenantId(NewId.next()), new MemberId(NewId.next()), Set.of(Role.OWNER));
    }
}
