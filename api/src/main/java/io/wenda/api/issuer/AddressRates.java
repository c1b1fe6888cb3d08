package io.wenda.api.issuer;

import io.wenda.api.limit.ClientAddress;
import io.wenda.api.limit.Limits;
import io.wenda.tenant.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a token of its address for each request to the issuer, before the database is asked whether
 * a made-up session or code is one: what asks there also ships events and keeps leases.
 */
final class AddressRates extends OncePerRequestFilter {
    private final Limits limits;
    private final ClientAddress addresses;

    AddressRates(Limits limits, ClientAddress addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limits.operation(addresses.of(request));
        } catch (Refusal.LimitReached tooMany) {
            refuse(response, tooMany);
            return;
        }
        chain.doFilter(request, response);
    }

    /** As OAuth tells errors. */
    private static void refuse(HttpServletResponse response, Refusal.LimitReached tooMany)
            throws IOException {
        var seconds = Math.max(1, tooMany.retryAfter().plusMillis(999).toSeconds());
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write(
                        """
                        {"error": "temporarily_unavailable", "error_description": "%s"}
                        """
                                .formatted(tooMany.getMessage()));
    }
}
