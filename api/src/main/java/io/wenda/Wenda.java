package io.wenda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole application in one process. */
@Modulithic(systemName = "Wenda")
@SpringBootApplication
public class Wenda {

    /** Starts it; settings come from the environment and application.yaml. */
    public static void main(String[] arguments) {
        SpringApplication.run(Wenda.class, arguments);
    }
}
