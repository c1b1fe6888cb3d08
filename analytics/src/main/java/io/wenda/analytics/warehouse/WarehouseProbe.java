package io.wenda.analytics.warehouse;

import com.clickhouse.client.api.ServerException;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.engine.EngineProbe;
import io.wenda.tenant.engine.EngineTrouble;
import io.wenda.tenant.engine.EngineTrouble.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets operators see whether ClickHouse answers, and has room for what it is sent. */
@Configuration(proxyBeanMethods = false)
class WarehouseProbe {
    /** Less than that is full: a merge needs it at once. */
    private static final long LEAST = 50 << 20;

    private static final int MEMORY_LIMIT = 241;
    private static final int CANNOT_ALLOCATE = 173;
    private static final String ROOM =
            "select toInt64(least(min(unreserved_space), toUInt64(%d))) as room from system.disks"
                    .formatted(LEAST);

    @Bean
    EngineProbe clickHouseAnswers(Warehouse warehouse) {
        return new EngineProbe(Warehouse.ENGINE, false, () -> ask(warehouse));
    }

    private static void ask(Warehouse warehouse) throws EngineTrouble {
        warehouse.ping();
        try {
            if (warehouse.look(ROOM).getFirst().getLong("room") < LEAST) {
                throw new EngineTrouble(Kind.DISK_FULL);
            }
        } catch (Unavailable e) {
            switch (code(e)) {
                case MEMORY_LIMIT, CANNOT_ALLOCATE ->
                        throw new EngineTrouble(Kind.OUT_OF_MEMORY, e);
                default -> {} // it answers: that it is busy, or that we may not see
            }
        }
    }

    /** The server's, 0 where it said nothing. */
    private static int code(Throwable thrown) {
        return switch (thrown) {
            case ServerException fault -> fault.getCode();
            case Throwable other when other.getCause() != null -> code(other.getCause());
            default -> 0;
        };
    }
}
