package io.wenda.api.signin;

import io.wenda.tenant.company.PublicUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends people who typed another name of this machine to the public URL, whose cookies and tokens
 * are the only ones. Where the public URL is no loopback one, a proxy decides, and this keeps out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OtherHosts extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final PublicUrl publicUrl;

    OtherHosts(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var host = request.getServerName();
        var own = publicUrl.publicUrl().getHost();
        return !HttpMethod.GET.matches(request.getMethod())
                || host.equals(own)
                || !LOOPBACK.contains(host)
                || !LOOPBACK.contains(own)
                || Stream.of("/console", "/sign-in", "/sign-out", "/oauth2/authorize")
                        .noneMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect(publicUrl.at(request.getRequestURI() + query));
    }
}
