package io.wenda.tenant;

import io.wenda.testing.ShiftingClock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The tenant room alone, by a clock that tests move. */
@SpringBootApplication
public class TenantTests {
    @Bean
    @Primary
    ShiftingClock shiftingClock() {
        return new ShiftingClock();
    }
}
