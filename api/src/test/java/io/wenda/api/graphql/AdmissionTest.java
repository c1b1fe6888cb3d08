package io.wenda.api.graphql;

import static io.wenda.MadeUpCallers.member;
import static io.wenda.MadeUpCallers.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenda.RunningApplication;
import io.wenda.api.limit.Limits;
import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
        admission = admission(1, 0);
    }

    private Admission admission(int placesOfCompany, int queueLimit) {
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
                        queueLimit,
                        1),
                limits);
    }

    @Test
    void thoseWithoutATokenStandInOneLineAndNoCompanyBehindThem() {
        var atWork =
                admission
                        .admitted(Optional.empty(), "192.0.2.1", deadline(), Mono.never())
                        .subscribe();

        StepVerifier.create(
                        admission.admitted(
                                Optional.empty(), "192.0.2.2", deadline(), Mono.just(ANSWER)))
                .verifyError(Refusal.LimitReached.class);
        passes(Optional.of(member(company())));

        atWork.dispose();
        passes(Optional.empty());
    }

    private static Deadline deadline() {
        return new Deadline(Duration.ofSeconds(15));
    }

    @Test
    void whatWaitsForSomebodyOutsideGivesItsPlaceBackOnce() {
        Optional<Caller> member = Optional.of(member(company()));
        var deadline = deadline();
        var outside = admission.admitted(member, "192.0.2.1", deadline, Mono.never()).subscribe();

        deadline.allow(Duration.ofSeconds(20));
        deadline.allow(Duration.ofSeconds(30));
        var atWork = admission.admitted(member, "192.0.2.1", deadline(), Mono.never()).subscribe();
        outside.dispose();

        StepVerifier.create(admission.admitted(member, "192.0.2.1", deadline(), Mono.just(ANSWER)))
                .verifyError(Refusal.LimitReached.class);
        atWork.dispose();
        passes(member);
    }

    @Test
    void aCompanyStandsBehindNobodyButItself() {
        var busy = member(company());
        var atWork =
                admission
                        .admitted(Optional.of(busy), "192.0.2.1", deadline(), Mono.never())
                        .subscribe();

        StepVerifier.create(
                        admission.admitted(
                                Optional.of(busy), "192.0.2.1", deadline(), Mono.just(ANSWER)))
                .verifyError(Refusal.LimitReached.class);
        passes(Optional.of(member(company())));
        passes(Optional.empty());

        atWork.dispose();
        passes(Optional.of(busy));
    }

    @Test
    void aLineFullOfVisitorsKeepsNoMemberFromWaiting() {
        var lineForOne = admission(1, 1);
        var company = company();
        var member = member(company);
        Optional<Caller> visitor = Optional.of(visitor(company));
        var atWork =
                lineForOne.admitted(visitor, "192.0.2.1", deadline(), Mono.never()).subscribe();
        var waiting = new SimpleMeterRegistry();
        lineForOne.bindTo(waiting);
        var waits = answer(lineForOne, visitor);
        await().until(() -> waiting(waiting) == 1);
        StepVerifier.create(
                        lineForOne.admitted(visitor, "192.0.2.1", deadline(), Mono.just(ANSWER)))
                .verifyError(Refusal.LimitReached.class);

        var waitsToo = answer(lineForOne, Optional.of(member));
        await().until(() -> waiting(waiting) == 2);
        atWork.dispose();

        assertThat(waits).succeedsWithin(Duration.ofSeconds(5)).isSameAs(ANSWER);
        assertThat(waitsToo).succeedsWithin(Duration.ofSeconds(5)).isSameAs(ANSWER);
    }

    private static CompletableFuture<WebGraphQlResponse> answer(
            Admission admission, Optional<Caller> caller) {
        return CompletableFuture.supplyAsync(
                admission.admitted(caller, "192.0.2.1", deadline(), Mono.just(ANSWER))::block,
                Thread::startVirtualThread);
    }

    private static double waiting(MeterRegistry registry) {
        return registry.get("wenda.operation.waiting").gauge().value();
    }

    @Test
    void noCompanyHasFewerPlacesBecauseStrangersAsk() {
        var twoAtOnce = admission(2, 0);
        var busy = Optional.of(member(company()));
        twoAtOnce.admitted(Optional.empty(), "192.0.2.1", deadline(), Mono.just(ANSWER)).block();
        var atWork = twoAtOnce.admitted(busy, "192.0.2.1", deadline(), Mono.never()).subscribe();

        assertThat(twoAtOnce.admitted(busy, "192.0.2.1", deadline(), Mono.just(ANSWER)).block())
                .isSameAs(ANSWER);

        atWork.dispose();
    }

    private void passes(Optional<Caller> caller) {
        assertThat(admission.admitted(caller, "192.0.2.3", deadline(), Mono.just(ANSWER)).block())
                .isSameAs(ANSWER);
    }

    private static TenantId company() {
        return new TenantId(NewId.next());
    }
}
