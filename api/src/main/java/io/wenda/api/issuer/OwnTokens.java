package io.wenda.api.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.http.converter.OAuth2TokenIntrospectionHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Tells a program about tokens of its own company; all others are none for it. */
final class OwnTokens implements AuthenticationSuccessHandler {
    private final OAuth2TokenIntrospectionHttpMessageConverter json =
            new OAuth2TokenIntrospectionHttpMessageConverter();

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication told)
            throws IOException {
        var own =
                told instanceof OAuth2TokenIntrospectionAuthenticationToken asked && isOwn(asked)
                        ? asked.getTokenClaims()
                        : OAuth2TokenIntrospection.builder().build();
        json.write(own, null, new ServletServerHttpResponse(response));
    }

    private static boolean isOwn(OAuth2TokenIntrospectionAuthenticationToken asked) {
        return asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                && client.getRegisteredClient() != null
                && Clients.Program.of(client.getRegisteredClient().getId())
                        .map(program -> program.tenant().value().toString())
                        .filter(company ->
                                company.equals(asked.getTokenClaims().getClaimAsString("company")))
                        .isPresent();
    }
}
