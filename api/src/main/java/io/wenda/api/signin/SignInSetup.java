package io.wenda.api.signin;

import io.wenda.tenant.company.PublicUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Guards the plain pages: forms that only our own pages can send, and nothing loaded but a style
 * and its font.
 */
@Configuration(proxyBeanMethods = false)
class SignInSetup {
    static final int ORDER = 20;
    static final String POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(ORDER)
    SecurityFilterChain pagesChain(HttpSecurity http, PublicUrl publicUrl) {
        return http.securityMatcher("/sign-in/**", "/sign-out", "/invite/*", "/verify/*")
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(publicUrl.secure())))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(faults -> faults.accessDeniedHandler(formTooOld()))
                .build();
    }

    private static CookieCsrfTokenRepository csrfCookie(boolean secure) {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("wenda_form");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax").path("/"));
        return repository;
    }

    /** A form without its token: back to the form, which then has a fresh one. */
    private static AccessDeniedHandler formTooOld() {
        return (request, response, _) -> {
            var place = request.getRequestURI();
            if (place.startsWith("/sign-in")) {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(
                        "Location",
                        "/sign-in?error=expired"
                                + Onward.query(request.getParameter("continue"))
                                + Words.query(request));
            } else {
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
        };
    }
}
