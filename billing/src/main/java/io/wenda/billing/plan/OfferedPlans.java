package io.wenda.billing.plan;

import io.wenda.billing.Plan;
import io.wenda.billing.Price;
import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans as Stripe last told them, kept over restarts and the same for every node. */
@Component
class OfferedPlans {
    private static final String COLUMNS =
            """
            select key, name, seats, conversations_per_month, price_id, currency, amount, interval,
                   every
            from offered_plan
            """;

    private final JdbcClient jdbc;
    private final SystemDatabase system;

    OfferedPlans(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    /** Those still offered among these keys, in no order. */
    List<Plan> offered(Collection<String> keys) {
        return jdbc.sql(COLUMNS + " where offered and key = any(?)")
                .param(keys.toArray(String[]::new))
                .query((row, _) -> plan(row))
                .list();
    }

    /** A plan that is or was offered. */
    Optional<Plan> find(String key) {
        return jdbc.sql(COLUMNS + " where key = ?")
                .param(key)
                .query((row, _) -> plan(row))
                .optional();
    }

    /** These are the plans from now on. */
    void replace(Collection<Plan> plans, Instant readAt) {
        system.call(database -> {
            database.sql("select pg_advisory_xact_lock(hashtext('offered_plan'))")
                    .query()
                    .singleRow();
            plans.forEach(plan -> put(database, plan, readAt));
            return database.sql(
                            "update offered_plan set offered = false where offered and not"
                                    + " key = any(?)")
                    .param(plans.stream().map(Plan::key).toArray(String[]::new))
                    .update();
        });
    }

    private static void put(JdbcClient database, Plan plan, Instant readAt) {
        var price = plan.price();
        if (price == null) {
            throw new IllegalArgumentException("a plan of Stripe's has a price: " + plan.key());
        }
        database.sql(
                        """
                        insert into offered_plan
                          (key, name, seats, conversations_per_month, price_id, currency, amount,
                           interval, every, offered, read_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?)
                        on conflict (key) do update set
                          name = excluded.name, seats = excluded.seats,
                          conversations_per_month = excluded.conversations_per_month,
                          price_id = excluded.price_id, currency = excluded.currency,
                          amount = excluded.amount, interval = excluded.interval,
                          every = excluded.every, offered = true, read_at = excluded.read_at
                        """)
                .param(plan.key())
                .param(plan.name())
                .param(plan.seats())
                .param(plan.conversationsPerMonth())
                .param(price.id())
                .param(price.currency())
                .param(price.amount())
                .param(price.interval().name())
                .param(price.every())
                .param(readAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getString("key"),
                row.getString("name"),
                row.getObject("seats", Integer.class),
                row.getObject("conversations_per_month", Long.class),
                new Price(
                        row.getString("price_id"),
                        row.getString("currency"),
                        row.getBigDecimal("amount"),
                        Price.Interval.valueOf(row.getString("interval")),
                        row.getInt("every")));
    }
}
