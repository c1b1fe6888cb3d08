package io.wenda.conversation.channel;

import io.wenda.tenant.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

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
        if (origin.length() > LONGEST || !origin.equals(written(origin))) {
            throw new Refusal.Invalid(
                    "an origin is scheme://host or scheme://host:port, lower case, http or https,"
                            + " without path, and without the scheme's own port:"
                            + " https://shop.example",
                    "allowedOrigins");
        }
    }

    /** How a browser would write it; empty where it is none. */
    private static String written(String origin) {
        try {
            var uri = new URI(origin);
            var scheme = uri.getScheme();
            var host = uri.getHost();
            if (scheme == null || host == null || host.chars().anyMatch(Character::isUpperCase)) {
                return "";
            }
            var port = uri.getPort();
            return switch (scheme) {
                case "http" -> "http://" + host + (port < 0 || port == 80 ? "" : ":" + port);
                case "https" -> "https://" + host + (port < 0 || port == 443 ? "" : ":" + port);
                default -> "";
            };
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
