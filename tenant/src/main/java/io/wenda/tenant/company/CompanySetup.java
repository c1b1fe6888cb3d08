package io.wenda.tenant.company;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Offers this package's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CompanySettings.class, PublicUrl.class})
class CompanySetup {}
