package io.wenda.analytics;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The room and what it stands on, without the rooms that it only knows by their events. */
@SpringBootApplication(scanBasePackages = {"io.wenda.tenant", "io.wenda.analytics"})
public class AnalyticsTestApplication {}
