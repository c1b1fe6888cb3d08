package io.wenda.conversation.channel;

import io.wenda.tenant.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Origins as browsers send them, exactly scheme://host[:port]: what is not written so would never
 * match, and a pattern would match too much.
 */
final class Origins {
    private static final int MOST = 100;
    private static final int LONGEST = 300;

    private Origins() {}

    static List<String> require(List<String> origins) {
        if (origins.size() > MOST) {
            throw Refusal.Invalid.tooLong("at most 100 origins", "allowedOrigins");
        }
        origins.forEach(Origins::require);
        return origins.stream().distinct().toList();
    }

    private static void require(String origin) {
        if (origin.length() > LONGEST || !written(origin).equals(Optional.of(origin))) {
            throw new Refusal.Invalid(
                    "an origin is scheme://host or scheme://host:port, lower case, http or https,"
                            + " without path, and without the scheme's own port:"
                            + " https://shop.example",
                    "allowedOrigins");
        }
    }

    /** How a browser would write it, if it is one. */
    private static Optional<String> written(String origin) {
        try {
            var uri = new URI(origin);
            var host = uri.getHost();
            if (host == null || host.chars().anyMatch(Character::isUpperCase)) {
                return Optional.empty();
            }
            return switch (uri.getScheme()) {
                case "http" -> Optional.of("http://" + host + port(uri, 80));
                case "https" -> Optional.of("https://" + host + port(uri, 443));
                case null, default -> Optional.empty();
            };
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String port(URI uri, int own) {
        return uri.getPort() < 0 || uri.getPort() == own ? "" : ":" + uri.getPort();
    }
}
