package io.wenda.api.security;

import io.wenda.Outside;
import io.wenda.testing.PlainBrowser;
import java.net.http.HttpRequest;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** How a program gets a token for its API key. */
final class Programs {
    private Programs() {}

    static String token(Outside outside, String clientId, String secret) {
        var fields =
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", clientId,
                        "client_secret", secret);
        var answer =
                outside.send(
                        HttpRequest.newBuilder(outside.at("/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                PlainBrowser.encoded(fields)))
                                .build());
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }
}
