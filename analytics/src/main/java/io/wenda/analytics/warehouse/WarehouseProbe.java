package io.wenda.analytics.warehouse;

import io.wenda.tenant.engine.EngineProbe;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets operators see whether ClickHouse answers. */
@Configuration(proxyBeanMethods = false)
class WarehouseProbe {

    @Bean
    EngineProbe clickHouseAnswers(Warehouse warehouse) {
        return new EngineProbe(Warehouse.ENGINE, false, warehouse::ping);
    }
}
