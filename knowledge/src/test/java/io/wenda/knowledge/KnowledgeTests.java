package io.wenda.knowledge;

import io.wenda.knowledge.index.OpenSearchConnection;
import io.wenda.testing.ShiftingClock;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The rooms that knowledge stands on, and knowledge; its search engine hangs on a cable. */
@EntityScan("io.wenda")
@SpringBootApplication(scanBasePackages = {"io.wenda.tenant", "io.wenda.knowledge"})
class KnowledgeTests {

    @Bean
    Cable cable(@Value("${wenda.opensearch.url}") String url) throws IOException {
        return new Cable(url);
    }

    @Bean
    @Primary
    ShiftingClock shiftingClock() {
        return new ShiftingClock();
    }

    @Bean
    @Primary
    OpenSearchConnection connectionOverTheCable(Cable cable) {
        return new OpenSearchConnection(
                cable.url(), null, null, Duration.ofSeconds(20), Duration.ofSeconds(60));
    }
}
