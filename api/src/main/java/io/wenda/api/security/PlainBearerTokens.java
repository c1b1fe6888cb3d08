package io.wenda.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Takes the token out of an ordinary header at once; the library reads, or refuses, all others. Of
 * two headers a proxy might believe the one and we the other: they are refused.
 */
final class PlainBearerTokens implements BearerTokenResolver {
    private static final String SCHEME = "Bearer ";
    private final BearerTokenResolver library = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        if (!headers.hasMoreElements()) {
            return null;
        }
        var header = headers.nextElement();
        if (headers.hasMoreElements()) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidRequest("more than one Authorization header"));
        }
        return header.startsWith(SCHEME) && isToken(header)
                ? header.substring(SCHEME.length())
                : library.resolve(request);
    }

    /** Whether all after the scheme are characters of a JWT (RFC 7515). */
    private static boolean isToken(String header) {
        for (var i = SCHEME.length(); i < header.length(); i++) {
            var c = header.charAt(i);
            var ofJwt =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '.'
                            || c == '-'
                            || c == '_';
            if (!ofJwt) {
                return false;
            }
        }
        return header.length() > SCHEME.length();
    }
}
