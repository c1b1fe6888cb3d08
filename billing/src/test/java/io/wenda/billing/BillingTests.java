package io.wenda.billing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The rooms that billing stands on, without what conversation does. */
@SpringBootApplication(scanBasePackages = {"io.wenda.tenant", "io.wenda.billing"})
class BillingTests {}
