package io.wenda.billing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/** The rooms that billing stands on, without what conversation does. */
@SpringBootApplication(scanBasePackages = {"io.wenda.tenant", "io.wenda.billing"})
@EntityScan("io.wenda.tenant")
class BillingTests {}
