package io.wenda.analytics.warehouse;

import io.wenda.tenant.engine.EngineSpans;
import java.time.Duration;

/** A warehouse at an address where nobody answers. */
public final class DeadWarehouse {
    private DeadWarehouse() {}

    static ClickHouseSettings settings() {
        return new ClickHouseSettings(
                "http://127.0.0.1:1",
                "wenda",
                "nobody",
                "",
                "nobody",
                "",
                1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    /** Its writer. */
    public static Warehouse create() {
        return new Warehouse(settings(), EngineSpans.none());
    }
}
