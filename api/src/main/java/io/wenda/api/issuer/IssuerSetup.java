package io.wenda.api.issuer;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.wenda.api.limit.ClientAddress;
import io.wenda.api.limit.Limits;
import io.wenda.tenant.company.PublicUrl;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.tenant.key.ApiClients;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.CorsFilter;

/** Puts the issuer together: one public URL, whatever host was asked. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(IssuerSettings.class)
class IssuerSetup {
    static final int ORDER = 10;

    private final AddressRates rates;

    IssuerSetup(Limits limits, ClientAddress addresses) {
        this.rates = new AddressRates(limits, addresses);
    }

    @Bean
    JWKSource<SecurityContext> issuerKeys(IssuerKey key) {
        return new ImmutableJWKSet<>(key.set());
    }

    @Bean
    JwtDecoder issuerTokenDecoder(AccessTokens tokens) {
        var decoder = new NimbusJwtDecoder(tokens.processor());
        // the processor demands more than the decoder's own checks, and another type
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    @Bean
    AuthorizationServerSettings issuerAddress(PublicUrl publicUrl) {
        return AuthorizationServerSettings.builder().issuer(publicUrl.origin()).build();
    }

    @Bean
    OAuth2AuthorizationConsentService consents(SystemDatabase system, Clients clients) {
        return new JdbcOAuth2AuthorizationConsentService(new JdbcTemplate(system.pool()), clients);
    }

    @Bean
    SessionRegistry noServerSessions() {
        return new NoServerSessions();
    }

    @Bean
    @Order(ORDER)
    SecurityFilterChain issuerChain(
            HttpSecurity http,
            SignInSessions sessions,
            SessionContext signedIn,
            ApiClients programs,
            PublicUrl publicUrl) {
        var server = new OAuth2AuthorizationServerConfigurer();
        http.securityMatcher(server.getEndpointsMatcher())
                .with(server, issuer -> equip(issuer, sessions, programs))
                .securityContext(context -> context.securityContextRepository(signedIn))
                .addFilterAfter(rates, CorsFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .oauth2ResourceServer(
                        resource -> resource.bearerTokenResolver(IssuerSetup::bearerToken))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(IssuerSetup::asksSilently)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(faults ->
                        faults.defaultAuthenticationEntryPointFor(
                                signIn(publicUrl), IssuerSetup::isAuthorization));
        return http.build();
    }

    private static void equip(
            OAuth2AuthorizationServerConfigurer issuer,
            SignInSessions sessions,
            ApiClients programs) {
        var signOut = new OidcLogoutAuthenticationSuccessHandler();
        signOut.setLogoutHandler((request, response, _) -> sessions.end(request, response));
        issuer.oidc(openId ->
                        openId.logoutEndpoint(logout -> logout.logoutResponseHandler(signOut)))
                .tokenIntrospectionEndpoint(
                        asked -> asked.introspectionResponseHandler(new OwnTokens()))
                .clientAuthentication(clients ->
                        clients.authenticationProviders(providers ->
                                providers.forEach(each -> useSecrets(each, programs))));
    }

    /** An access token opens the one endpoint that takes it, and is no session. */
    private static @Nullable String bearerToken(HttpServletRequest request) {
        return request.getServletPath().equals("/userinfo")
                ? new DefaultBearerTokenResolver().resolve(request)
                : null;
    }

    private static void useSecrets(Object provider, ApiClients programs) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new ClientSecrets(programs));
        }
    }

    /** With prompt=none nobody is sent to the form: the library answers login_required. */
    private static boolean asksSilently(HttpServletRequest request) {
        return isAuthorization(request) && "none".equals(request.getParameter("prompt"));
    }

    private static boolean isAuthorization(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getServletPath().equals("/oauth2/authorize");
    }

    /**
     * To the form, which leads back here: the request is carried along, not kept in a session.
     * Whatever host and scheme were asked, behind a proxy they are not the browser's.
     */
    private static AuthenticationEntryPoint signIn(PublicUrl publicUrl) {
        return (request, response, _) ->
                response.sendRedirect(
                        publicUrl.at(
                                "/sign-in?continue="
                                        + URLEncoder.encode(
                                                request.getRequestURI()
                                                        + "?"
                                                        + request.getQueryString(),
                                                StandardCharsets.UTF_8)));
    }
}
