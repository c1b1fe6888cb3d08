package io.wenda.analytics.shipping;

import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells whose transaction keeps events from the warehouse: what began after it is shipped only when
 * it has ended. `doctor` reads the last line.
 */
@Component
class HorizonWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HorizonWatch.class);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** The last 32 bits, which is what the system's views show of a transaction. */
    private static final long SHOWN = 0xffffffffL;

    private final SystemDatabase system;
    private @Nullable Horizon stands;
    private @Nullable Instant told;
    private boolean moved;

    HorizonWatch(SystemDatabase system) {
        this.system = system;
    }

    /** Who holds it, where that is to be told now. */
    synchronized Optional<String> look(Horizon now) {
        var before = stands;
        if (before == null || before.closed() != now.closed() || now.closed() == now.next()) {
            stands = now;
            moves(before != null);
            return Optional.empty();
        }
        var stood = Duration.between(before.at(), now.at());
        if (stood.compareTo(LONG) < 0 || (told != null && now.at().isBefore(told.plus(PAUSE)))) {
            return Optional.empty();
        }
        told = now.at();
        moved = false;
        var holders = String.join("; ", holders(now));
        LOG.warn(
                "outbox horizon: has stood for {} s, no later event is shipped before this ends: {}",
                stood.toSeconds(),
                holders);
        return Optional.of(holders);
    }

    private void moves(boolean known) {
        told = null;
        if (known && !moved) {
            moved = true;
            LOG.info("outbox horizon: moves");
        }
    }

    private List<String> holders(Horizon now) {
        var transaction = Long.toString(now.closed() & SHOWN);
        var found =
                system.jdbc()
                        .sql(
                                """
                                select format('process %s of %s, application "%s"%s', pid, usename,
                                  application_name, ', since ' || xact_start)
                                from pg_stat_activity where backend_xid = cast(:xid as text)::xid
                                union all
                                select format('prepared transaction "%s" of %s, since %s', gid,
                                  owner, prepared)
                                from pg_prepared_xacts where transaction = cast(:xid as text)::xid
                                """)
                        .param("xid", transaction)
                        .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                        .list();
        return found.isEmpty() ? List.of("transaction " + now.closed()) : found;
    }
}
