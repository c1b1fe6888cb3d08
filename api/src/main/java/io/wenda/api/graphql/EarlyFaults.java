package io.wenda.api.graphql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers in GraphQL's own form what fails before GraphQL begins: while PostgreSQL is away, who
 * asks cannot be known, and that is UNAVAILABLE like everything else then.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EarlyFaults extends OncePerRequestFilter {
    private final BadBodies answers;

    EarlyFaults(BadBodies answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals(BodyLimit.PATH);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException thrown) {
            if (answers.resolveException(request, response, null, thrown) == null) {
                throw thrown;
            }
        }
    }
}
