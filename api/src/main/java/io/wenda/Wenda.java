package io.wenda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.observation.GraphQlObservationAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The whole application in one process. */
@Modulithic(systemName = "Wenda")
// operations are observed where they are traced, for it copies their batch loaders
@SpringBootApplication(exclude = GraphQlObservationAutoConfiguration.class)
public class Wenda {
    static {
        // what is made ready for a live watcher ahead of her reading it; Reactor's own 256 cost
        // megabytes each
        System.setProperty("reactor.bufferSize.small", "16");
    }

    /** Starts it; settings come from the environment and application.yaml. */
    public static void main(String[] arguments) {
        SpringApplication.run(Wenda.class, arguments);
    }
}
