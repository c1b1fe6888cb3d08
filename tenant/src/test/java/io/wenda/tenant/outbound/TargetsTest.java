package io.wenda.tenant.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.outbound.OutboundFailure.Why;
import io.wenda.testing.RecordingServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over the wire, to servers that hang or say no. */
class TargetsTest {
    private static final int FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Outbound.Limits HASTY = within(Duration.ofMillis(200));
    private static final Outbound.Limits PATIENT = within(Duration.ofSeconds(5));
    private static final String HEARD = "heard";

    private final OutboundSettings settings = new OutboundSettings(true, 2, 3, PAUSE);
    private final Outbound outbound =
            new Outbound(new OutboundAddresses(settings), new Targets(settings));
    private final RecordingServer target = new RecordingServer();
    private final RecordingServer elsewhere = new RecordingServer();
    private final TenantId company = new TenantId(NewId.next());
    private final TenantId other = new TenantId(NewId.next());

    @AfterEach
    void close() throws IOException {
        target.close();
        elsewhere.close();
        outbound.close();
    }

    @Test
    void oneThatHangsIsGivenUpAtOnceAndComesBack() {
        target.answersBy((_, _) -> target.hold());
        elsewhere.answers(200, "");
        for (var i = 0; i < FAILURES; i++) {
            assertThat(post(company, target, HASTY)).isEqualTo(Why.TIMED_OUT.name());
        }

        assertThat(post(company, target)).isEqualTo(Why.CIRCUIT_OPEN.name());

        assertThat(target.came()).hasSize(FAILURES);
        assertThat(post(company, elsewhere)).isEqualTo(HEARD);
        assertThat(post(other, target, HASTY)).isEqualTo(Why.TIMED_OUT.name());
        target.answers(200, "");
        await().until(() -> post(company, target).equals(HEARD));
        target.came().clear();
        assertThat(post(company, target)).isEqualTo(HEARD);
        assertThat(target.came()).hasSize(1);
    }

    @Test
    void oneThatSaysItCannotServeHasFailedToo() {
        target.answers(503, "");
        for (var i = 0; i < FAILURES; i++) {
            assertThat(post(company, target)).isEqualTo(HEARD);
        }

        assertThat(post(company, target)).isEqualTo(Why.CIRCUIT_OPEN.name());
    }

    @Test
    void oneThatRefusesWhatIsSaidWorks() {
        target.answers(401, "");
        for (var i = 0; i < 2 * FAILURES; i++) {
            assertThat(post(company, target)).isEqualTo(HEARD);
        }
    }

    @Test
    void oneThatHangsTakesItsOwnPlacesOnly() {
        target.answersBy((_, _) -> target.hold());
        elsewhere.answers(200, "");
        for (var i = 0; i < 2; i++) {
            Thread.startVirtualThread(() -> post(company, target, within(Duration.ofSeconds(2))));
        }
        await().pollInterval(Duration.ofMillis(5)).until(() -> target.came().size() == 2);

        assertThat(post(company, target)).isEqualTo(Why.BUSY.name());
        assertThat(post(company, elsewhere)).isEqualTo(HEARD);
        await().until(() -> !post(company, target, HASTY).equals(Why.BUSY.name()));
    }

    private static Outbound.Limits within(Duration time) {
        return new Outbound.Limits(time, time, 1_000);
    }

    private String post(TenantId tenant, RecordingServer server) {
        return post(tenant, server, PATIENT);
    }

    private String post(TenantId tenant, RecordingServer server, Outbound.Limits limits) {
        return CurrentTenant.call(
                tenant,
                () -> {
                    try {
                        return outbound.post(server.uri(), Map.of(), "{}", limits, _ -> HEARD);
                    } catch (OutboundFailure e) {
                        return e.why().name();
                    }
                });
    }
}
