package io.wenda.tenant.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RenewalTest {
    private static final Duration LEASE = Duration.ofMillis(90);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final TenantId company = new TenantId(NewId.next());
    private final List<TenantId> renewed = new CopyOnWriteArrayList<>();

    @Test
    void aLeaseIsRenewedForItsCompanyUntilTheWorkEnds() {
        var done = during(LONGEST, true, () -> awaitRenewals(4));

        var then = renewed.size();
        assertThat(done).isEqualTo("done");
        assertThat(renewed).containsOnly(company);
        await().during(LEASE.multipliedBy(2))
                .until(() -> renewed.size() <= then + 1); // one was under way
    }

    @Test
    void whatAnotherHasIsNotRenewed() {
        during(
                LONGEST,
                false,
                () -> {
                    awaitRenewals(1);
                    return rest(LEASE.multipliedBy(3));
                });

        assertThat(renewed).hasSize(1);
    }

    @Test
    void aFailureMayBeOverBeforeTheLease() {
        CurrentTenant.run(
                company,
                () ->
                        new Renewal(LEASE, LONGEST)
                                .during(
                                        () -> {
                                            renewed.add(CurrentTenant.get());
                                            throw new IllegalStateException("away");
                                        },
                                        () -> awaitRenewals(2)));
    }

    @Test
    void workThatNeverEndsIsLeftToOthers() {
        during(
                LEASE,
                true,
                () -> {
                    rest(LEASE.multipliedBy(4));
                    var then = renewed.size();
                    rest(LEASE.multipliedBy(4));
                    assertThat(renewed).hasSize(then).hasSizeBetween(1, 3);
                    return "done";
                });
    }

    @Test
    void workThatFailsIsNotRenewedAnyMore() {
        assertThatThrownBy(() ->
                        during(
                                LONGEST,
                                true,
                                () -> {
                                    throw new IllegalStateException("broken");
                                }))
                .hasMessage("broken");
        await().during(LEASE).until(renewed::isEmpty);
    }

    private String during(Duration longest, boolean held, Supplier<String> work) {
        BooleanSupplier renew =
                () -> {
                    renewed.add(CurrentTenant.get());
                    return held;
                };
        return CurrentTenant.call(company, () -> new Renewal(LEASE, longest).during(renew, work));
    }

    private String awaitRenewals(int count) {
        await().until(() -> renewed.size() >= count);
        return "done";
    }

    private static String rest(Duration duration) {
        await().pollDelay(duration).until(() -> true);
        return "done";
    }
}
