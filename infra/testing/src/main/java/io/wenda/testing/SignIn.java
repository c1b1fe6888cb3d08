package io.wenda.testing;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Signs in as a browser without JavaScript would: code flow with PKCE, one HTML form. */
public record SignIn(HttpSite site) {
    private static final int MOST_HOPS = 12;

    /** An access token of the member with that address and password. */
    public String token(String username, String password) {
        var flow = new CodeFlow(site);
        var browser = new PlainBrowser(site);
        var page = browser.get(flow.path(Map.of()));
        for (var hop = 0; hop < MOST_HOPS; hop++) {
            if (!page.isRedirect()) {
                page = browser.submit(page, Map.of("username", username, "password", password));
            } else if (page.location().toString().startsWith(flow.redirect())) {
                var answer = flow.exchange(String.valueOf(page.query("code")));
                return answer.body().path("access_token").asString();
            } else {
                page = browser.get(page.location());
            }
        }
        throw new IllegalStateException("no sign-in, last at " + page.at());
    }

    /** An access token of the program with that key. */
    public String programToken(String clientId, String secret) {
        var key = (clientId + ":" + secret).getBytes(StandardCharsets.US_ASCII);
        var request =
                HttpRequest.newBuilder(site.at("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(key))
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return JsonMapper.shared()
                .readTree(site.send(request).body())
                .path("access_token")
                .asString();
    }
}
