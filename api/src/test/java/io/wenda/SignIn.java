package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signs a member in as a browser without JavaScript would: code flow with PKCE, one HTML form. */
public final class SignIn {
    private static final int MOST_HOPS = 12;
    private static final Pattern FORM =
            Pattern.compile("(?is)<form([^>]*method=\"?post\"?[^>]*)>(.*?)</form>");
    private static final Pattern HIDDEN = Pattern.compile("(?i)<input[^>]*type=\"?hidden\"?[^>]*>");

    private final Outside outside;
    private final Map<String, String> cookies = new HashMap<>();

    /** A browser at the application. */
    public SignIn(Outside outside) {
        this.outside = outside;
    }

    /** An access token of the member with that address and password. */
    public String token(String username, String password) {
        var verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        var redirect = outside.base() + "/console/callback";
        var at =
                outside.at("/oauth2/authorize?")
                        .resolve(
                                "/oauth2/authorize?"
                                        + form(
                                                Map.of(
                                                        "response_type", "code",
                                                        "client_id", "wenda-console",
                                                        "redirect_uri", redirect,
                                                        "scope", "openid",
                                                        "state", "s",
                                                        "code_challenge", challenge(verifier),
                                                        "code_challenge_method", "S256")));
        var response = go(at, null);
        for (var hop = 0; hop < MOST_HOPS; hop++) {
            var location = response.headers().firstValue("Location");
            if (location.isEmpty()) {
                var form = FORM.matcher(response.body());
                assertThat(form.find()).as("%s %s", response.statusCode(), at).isTrue();
                var action = attribute(form.group(1), "action");
                var fields = new LinkedHashMap<>(hidden(form.group(2)));
                fields.put("username", username);
                fields.put("password", password);
                at = action == null ? at : at.resolve(action);
                response = go(at, form(fields));
                continue;
            }
            at = at.resolve(location.get());
            if (at.toString().startsWith(redirect)) {
                return exchange(code(at), redirect, verifier);
            }
            response = go(at, null);
        }
        throw new AssertionError("too many redirects, last to " + at);
    }

    /** An access token of the program with that key. */
    public String programToken(String clientId, String secret) {
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                (clientId + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        var request =
                HttpRequest.newBuilder(outside.at("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", "Basic " + basic)
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return Outside.JSON.readTree(outside.send(request).body()).path("access_token").asString();
    }

    private String exchange(String code, String redirect, String verifier) {
        var body =
                form(
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code,
                                "redirect_uri", redirect,
                                "client_id", "wenda-console",
                                "code_verifier", verifier));
        var answer = go(outside.at("/oauth2/token"), body);
        return Outside.JSON.readTree(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> go(URI at, @Nullable String form) {
        var request = HttpRequest.newBuilder(at).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        var response = outside.send(request.build());
        response.headers()
                .allValues("Set-Cookie")
                .forEach(line -> {
                    var pair = line.split(";", 2)[0].split("=", 2);
                    cookies.put(pair[0], pair[1]);
                });
        return response;
    }

    private static Map<String, String> hidden(String form) {
        return HIDDEN.matcher(form)
                .results()
                .collect(
                        Collectors.toMap(
                                it -> String.valueOf(attribute(it.group(), "name")),
                                it -> String.valueOf(attribute(it.group(), "value"))));
    }

    private static @Nullable String attribute(String tag, String name) {
        var found = Pattern.compile("(?i)\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : null;
    }

    private static String code(URI at) {
        var found = Pattern.compile("[?&]code=([^&]+)").matcher(at.toString());
        assertThat(found.find()).as(at.toString()).isTrue();
        return found.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it ->
                        it.getKey()
                                + "="
                                + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
