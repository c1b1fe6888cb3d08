package io.wenda.analytics.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.analytics.AnalyticsTestApplication;
import io.wenda.analytics.Outbox;
import io.wenda.analytics.Story;
import io.wenda.analytics.shipping.EventShipper;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.engine.EngineSpans;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = AnalyticsTestApplication.class)
class TenantQueryTest {
    @Autowired Outbox outbox;
    @Autowired EventShipper shipper;
    @Autowired WarehouseScripts scripts;
    @Autowired TenantQuery query;
    final TenantId ours = new TenantId(NewId.next());
    final TenantId theirs = new TenantId(NewId.next());

    @BeforeEach
    void bothHaveAConversation() {
        assertThat(scripts.apply()).isEqualTo(new WarehouseState.Ready());
        for (var tenant : List.of(ours, theirs)) {
            outbox.append(
                    new Story(tenant, Instant.parse("2026-03-01T10:00:00Z"))
                            .starts(new ChannelId(NewId.next()), NewId.next(), true));
        }
        while (shipper.ship()) {
            // more is there
        }
        shipper.release();
    }

    List<UUID> tenants(String sql) {
        return CurrentTenant.call(
                ours, () -> query.rows(sql, row -> UUID.fromString(row.getString("tenant_id"))));
    }

    @Test
    void withoutAPredicateEveryTableStillShowsOurRowsAlone() {
        for (var sql :
                List.of(
                        "select distinct tenant_id from raw_events",
                        "select distinct tenant_id from raw_events final",
                        "select distinct tenant_id from conversation_facts",
                        "select distinct tenant_id from (select * from raw_events) settings readonly = 2",
                        "select distinct tenant_id from raw_events settings log_comment = 'x', max_threads = 1",
                        "select distinct tenant_id from raw_events settings additional_table_filters = {'wenda.raw_events': '1'}",
                        "select distinct tenant_id from (select tenant_id from raw_events settings log_comment = 'y')",
                        "select distinct a.tenant_id as tenant_id from raw_events a join conversation_facts b on 1 = 1")) {
            assertThat(tenants(sql)).as(sql).containsExactly(ours.value());
        }
    }

    @Test
    void factsAreOursAlone() {
        assertThat(
                        CurrentTenant.call(
                                ours,
                                () ->
                                        query.overFacts(
                                                "select distinct tenant_id from facts",
                                                row -> row.getString(1))))
                .containsExactly(ours.value().toString());
    }

    @Test
    void theOtherCompanysRowsAreNoneEvenWhenAskedFor() {
        assertThat(
                        tenants(
                                "select tenant_id from raw_events where tenant_id = '%s'"
                                        .formatted(theirs.value())))
                .isEmpty();
    }

    @Test
    void manyAtOnceAllSeeTheirOwn() throws Exception {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<UUID>> read = () -> tenants("select distinct tenant_id from raw_events");

            for (var one : readers.invokeAll(Collections.nCopies(8, read))) {
                assertThat(one.get()).containsExactly(ours.value());
            }
        }
    }

    @Test
    void whatOneCompanyAsksBeyondItsShareIsRefusedAtOnce() throws Exception {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Object> slow =
                    () -> {
                        try {
                            return CurrentTenant.call(
                                    ours, () -> query.rows("select sleep(0.3)", _ -> "read"));
                        } catch (Refusal.LimitReached e) {
                            return e.getMessage();
                        }
                    };

            var outcomes = new ArrayList<>();
            for (var one : readers.invokeAll(Collections.nCopies(30, slow))) {
                outcomes.add(one.get());
            }

            assertThat(outcomes)
                    .contains(
                            List.of("read"),
                            "too many reports of this company at once: try again later");
        }
    }

    @Test
    void withoutACompanyThereIsNoQuery() {
        assertThatThrownBy(() -> query.rows("select tenant_id from raw_events", row -> 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no tenant is bound");
        assertThatThrownBy(() -> query.overFacts("select 1 from facts", row -> 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no tenant is bound");
    }

    @Test
    void theReaderMayDoNothingElse() {
        for (var sql :
                List.of(
                        "select query as tenant_id from system.processes",
                        "select query as tenant_id from system.query_log",
                        "select tenant_id from conversation_history",
                        "select checksum as tenant_id from applied_scripts",
                        "insert into raw_events (tenant_id) values (generateUUIDv4())",
                        "alter table raw_events delete where 1",
                        "drop table raw_events",
                        "select '1' as tenant_id from url('http://127.0.0.1:1', CSV, 'a String')",
                        "select '1' as tenant_id from file('/etc/passwd', CSV, 'a String')")) {
            assertThatThrownBy(() -> tenants(sql))
                    .as(sql)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aServerThatIsAwayIsUnavailable() {
        var settings = DeadWarehouse.settings();
        try (var warehouse = new Warehouse(settings, EngineSpans.none());
                var dead = new TenantQuery(settings, warehouse, EngineSpans.none())) {
            assertThatThrownBy(
                            () -> CurrentTenant.call(ours, () -> dead.rows("select 1", row -> 1)))
                    .isInstanceOf(Unavailable.class);
            warehouse.is(new WarehouseState.Ready());
            assertThatThrownBy(
                            () -> CurrentTenant.call(ours, () -> dead.rows("select 1", row -> 1)))
                    .isInstanceOf(Unavailable.class);
        }
    }
}
