package io.wenda.api.limit;

import io.wenda.tenant.company.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells an operator whose proxy is not known that all her callers look like one. */
@Component
class ProxyWarning {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyWarning.class);

    private final PublicUrl url;
    private final LimitSettings limits;

    ProxyWarning(PublicUrl url, LimitSettings limits) {
        this.url = url;
        this.limits = limits;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (url.secure() && limits.trustedProxies().isEmpty()) {
            LOG.warn(
                    "{} is served by a proxy, but wenda.limits.trusted-proxies names none:"
                            + " all callers count as one address and share its limits",
                    url.origin());
        }
    }
}
