package io.wenda.api.security;

import io.wenda.tenant.company.PublicUrl;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** What is open and to whom: /graphql by bearer token or none, a few public pages, nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecuritySettings.class, SocketSettings.class})
class SecuritySetup {
    static final int GRAPHQL_ORDER = 0; // before all others: most requests are its own
    static final int FILES_ORDER = 1;
    static final int OPERATORS_ORDER = 35;
    static final int REST_ORDER = 40;
    private static final String NOTHING_TO_SHOW = "default-src 'none'; frame-ancestors 'none'";

    /** A span for each filter of each request costs more than all filters together. */
    @Bean
    SecurityObservationSettings noSpanOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The proxy speaks TLS, not we: what browsers are told of it goes by the public URL, and not by
     * a header that anybody could send.
     */
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> encryptedEverAfter(PublicUrl publicUrl) {
        return headers ->
                headers.httpStrictTransportSecurity(strict ->
                        strict.requestMatcher(_ -> publicUrl.secure())
                                // other hosts of the domain are not ours
                                .includeSubDomains(false));
    }

    /** What most headers are is seen without the patterns of the library, which judge the rest. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(
                name -> isPlain(name) || StrictHttpFirewall.ALLOWED_HEADER_NAMES.test(name));
        firewall.setAllowedHeaderValues(
                value -> isPlain(value) || StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value));
        return firewall;
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * A bad token is 401; none passes as nobody, whom GraphQL tells what she may do. Nothing else
     * of the library's is asked here: every message passes.
     */
    @Bean
    @Order(GRAPHQL_ORDER)
    SecurityFilterChain graphQlChain(HttpSecurity http, BearerTokens tokens) {
        return byBearerToken(http.securityMatcher("/graphql"), tokens)
                .cors(cors -> cors.configurationSource(anyOriginWithoutCookies()))
                .build();
    }

    /** Files of knowledge, by the same tokens; whoever has none is told so. */
    @Bean
    @Order(FILES_ORDER)
    SecurityFilterChain filesChain(HttpSecurity http, BearerTokens tokens) {
        return byBearerToken(http.securityMatcher("/files", "/files/**"), tokens)
                .exceptionHandling(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static HttpSecurity byBearerToken(HttpSecurity http, BearerTokens tokens) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context ->
                        context.securityContextRepository(
                                new RequestAttributeSecurityContextRepository()))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(NOTHING_TO_SHOW))
                                // the library's say the same to browsers of long ago
                                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                                .xssProtection(HeadersConfigurer.XXssConfig::disable)
                                .addHeaderWriter(
                                        new StaticHeadersWriter(
                                                HttpHeaders.CACHE_CONTROL, "no-store")))
                .oauth2ResourceServer(server ->
                        server.bearerTokenResolver(new PlainBearerTokens())
                                .authenticationManagerResolver(request ->
                                        sent ->
                                                tokens.authenticate(
                                                        ((BearerTokenAuthenticationToken) sent)
                                                                .getToken(),
                                                        request.getHeader(HttpHeaders.ORIGIN))));
    }

    /** Whoever reaches the operators' port may read what it serves: health and metrics. */
    @Bean
    @Order(OPERATORS_ORDER)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain operatorsChain(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(REST_ORDER)
    SecurityFilterChain publicPagesChain(HttpSecurity http) {
        return http.requestCache(AbstractHttpConfigurer::disable)
                // nothing is posted here; its token would begin a session for whoever tries
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // the panel is framed; whoever serves a page here says by whom in its own policy
                .headers(headers ->
                        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        HttpMethod.GET,
                                        "/",
                                        "/console/**",
                                        "/w/**",
                                        "/pages/**",
                                        "/attachments/*",
                                        "/favicon.ico",
                                        "/livez",
                                        "/readyz",
                                        "/error")
                                .permitAll()
                                .requestMatchers("/error")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(faults ->
                        faults.authenticationEntryPoint((_, response, _) ->
                                response.sendError(HttpStatus.NOT_FOUND.value())))
                .build();
    }

    private static UrlBasedCorsConfigurationSource anyOriginWithoutCookies() {
        var everyone = new CorsConfiguration();
        everyone.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        // a WebSocket's handshake is a GET
        everyone.setAllowedMethods(List.of("POST", "GET"));
        everyone.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        everyone.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", everyone);
        return source;
    }
}
