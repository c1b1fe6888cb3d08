package io.wenda.conversation;

import io.wenda.testing.ShiftingClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Time that a test may move. */
@Configuration(proxyBeanMethods = false)
class TimeUnderTest {

    @Bean
    @Primary
    ShiftingClock shiftingClock() {
        return new ShiftingClock();
    }
}
