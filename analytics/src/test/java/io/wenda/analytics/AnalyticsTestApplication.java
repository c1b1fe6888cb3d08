package io.wenda.analytics;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/** The room and what it stands on, without the rooms that it only knows by their events. */
@EntityScan("io.wenda.tenant")
@SpringBootApplication(scanBasePackages = {"io.wenda.tenant", "io.wenda.analytics"})
public class AnalyticsTestApplication {}
