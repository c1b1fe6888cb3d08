package io.wenda.conversation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.conversation.FlowRun;
import io.wenda.knowledge.flow.Connectors;
import io.wenda.knowledge.flow.Flow;
import io.wenda.knowledge.flow.Step;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.outbound.OutboundSettings;
import io.wenda.tenant.outbound.Targets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class CallsTest {
    private static final int OF_TARGET = 4;
    private static final int FAILURES = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Step CALL = new Step(Step.Kind.CALL, null, "orders", null);

    private final TenantId hanging = new TenantId(NewId.next());
    private final TenantId failing = new TenantId(NewId.next());
    private final TenantId other = new TenantId(NewId.next());
    private final Semaphore called = new Semaphore(0);
    private final Semaphore end = new Semaphore(0);
    private final Calls calls =
            new Calls(
                    new StaticListableBeanFactory(Map.of("shop", new Shop()))
                            .getBeanProvider(Connectors.class),
                    new Targets(new OutboundSettings(false, OF_TARGET, 3 * OF_TARGET, PAUSE)));

    /** One company's hangs, and takes no notice of who gives up; all others' answer at once. */
    private class Shop implements Connectors {
        @Override
        public Set<String> names() {
            return Set.of("orders", "parcels");
        }

        @Override
        public Optional<Map<String, String>> call(Call call) {
            called.release();
            if (call.connector().equals("parcels") && CurrentTenant.get().equals(failing)) {
                throw new IllegalStateException("no parcels");
            }
            if (CurrentTenant.get().equals(hanging)) {
                end.acquireUninterruptibly();
            }
            return Optional.of(Map.of("status", "<sent>\n\u0000"));
        }
    }

    @AfterEach
    void end() {
        end.release(OF_TARGET);
        calls.close();
    }

    @Test
    void aCompanyWhoseSystemHangsIsRefusedAtOnceAndNoOtherNotices() {
        var given = new ArrayList<CompletableFuture<Calls.Called>>();
        for (var i = 0; i < OF_TARGET; i++) {
            given.add(
                    CompletableFuture.supplyAsync(() -> ask(hanging), Thread::startVirtualThread));
        }
        called.acquireUninterruptibly(OF_TARGET);

        assertThat(ask(hanging).mark()).isEqualTo(FlowMark.CONNECTOR_BUSY);
        assertThat(CurrentTenant.call(hanging, () -> steps(CALL).take()))
                .satisfies(turn -> {
                    assertThat(turn.ending()).isEqualTo(FlowTurn.Ending.HANDS_OVER);
                    assertThat(turn.path()).containsExactly(FlowMark.CONNECTOR_BUSY);
                });
        assertThat(ask(other).mark()).isEqualTo(FlowMark.CONNECTOR_CALLED);
        assertThat(given)
                .allSatisfy(it -> assertThat(it.join().mark()).isEqualTo(FlowMark.CONNECTOR_AWAY));
        assertThat(ask(hanging).mark()).isEqualTo(FlowMark.CONNECTOR_BUSY);
    }

    @Test
    void aConnectorThatFailsIsNotCalledForAWhileAndNothingElseIsTouched() throws Exception {
        for (var i = 0; i < FAILURES; i++) {
            assertThat(ask(failing, "parcels").mark()).isEqualTo(FlowMark.CONNECTOR_AWAY);
        }
        called.drainPermits();

        assertThat(ask(failing, "parcels").mark()).isEqualTo(FlowMark.CONNECTOR_CIRCUIT_OPEN);

        assertThat(called.availablePermits()).isZero();
        assertThat(ask(failing, "orders").mark()).isEqualTo(FlowMark.CONNECTOR_CALLED);
        assertThat(ask(other, "parcels").mark()).isEqualTo(FlowMark.CONNECTOR_CALLED);
        Thread.sleep(PAUSE);
        assertThat(ask(failing, "parcels").mark()).isEqualTo(FlowMark.CONNECTOR_AWAY);
        assertThat(ask(failing, "parcels").mark()).isEqualTo(FlowMark.CONNECTOR_CIRCUIT_OPEN);
    }

    @Test
    void whatIsToldIsKeptOnOneLineAndWithoutMarks() {
        assertThat(ask(other).fields()).isEqualTo(Map.of("status", "＜sent＞"));
    }

    private FlowSteps steps(Step... steps) {
        var message = new FlowMessage("x", "en", "k", new ContactId(NewId.next()));
        var start = new FlowRun(1, 0, 0, List.of(), Map.of(), false);
        return new FlowSteps(new Flow(List.of(), List.of(steps)), start, message, calls);
    }

    private Calls.Called ask(TenantId tenant) {
        return ask(tenant, "orders");
    }

    private Calls.Called ask(TenantId tenant, String connector) {
        var contact = new ContactId(NewId.next());
        return CurrentTenant.call(
                tenant, () -> calls.call(new Connectors.Call(connector, "k", contact, Map.of())));
    }
}
