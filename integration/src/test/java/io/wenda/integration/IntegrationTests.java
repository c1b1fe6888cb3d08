package io.wenda.integration;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/** The rooms that integration stands on, without what conversation does. */
@SpringBootApplication(scanBasePackages = {"io.wenda.tenant", "io.wenda.integration"})
@EntityScan("io.wenda.tenant")
class IntegrationTests {}
