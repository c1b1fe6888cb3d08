package io.wenda.benchmark;

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
import tools.jackson.databind.json.JsonMapper;

/** Signs a member in as a browser without JavaScript would: code flow with PKCE, one HTML form. */
final class SignIn {
    private static final int MOST_HOPS = 12;
    private static final Pattern FORM =
            Pattern.compile(
                    "(?is)<form[^>]*method=\"post\"[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Api api;
    private final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
    private final Map<String, String> cookies = new HashMap<>();

    SignIn(Api api) {
        this.api = api;
    }

    /** An access token. */
    String token(String username, String password) {
        var redirect = api.base() + "/console/callback";
        var at = URI.create(api.base() + "/oauth2/authorize?" + encoded(authorization(redirect)));
        var response = go(at, null);
        for (var hop = 0; hop < MOST_HOPS; hop++) {
            var location = response.headers().firstValue("Location");
            if (location.isPresent()) {
                at = at.resolve(location.get());
                var code = CODE.matcher(at.toString());
                if (code.find()) {
                    return exchange(code.group(1), redirect);
                }
                response = go(at, null);
            } else {
                var form = FORM.matcher(response.body());
                if (!form.find()) {
                    break;
                }
                at = at.resolve(form.group(1).replace("&amp;", "&"));
                response = go(at, filled(form.group(2), username, password));
            }
        }
        throw new IllegalStateException("no sign-in, last at " + at);
    }

    private Map<String, String> authorization(String redirect) {
        return Map.of(
                "response_type", "code",
                "client_id", "wenda-console",
                "redirect_uri", redirect,
                "scope", "openid",
                "state", "s",
                "code_challenge", challenge(),
                "code_challenge_method", "S256");
    }

    private static Map<String, String> filled(String form, String username, String password) {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form)
                .results()
                .forEach(it -> fields.put(it.group(1), it.group(2).replace("&amp;", "&")));
        fields.put("username", username);
        fields.put("password", password);
        return fields;
    }

    private String exchange(String code, String redirect) {
        var fields =
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", redirect,
                        "client_id", "wenda-console",
                        "code_verifier", verifier);
        var answer = go(URI.create(api.base() + "/oauth2/token"), fields);
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> go(URI at, @Nullable Map<String, String> form) {
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
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        }
        var response = api.send(request.build());
        response.headers()
                .allValues("Set-Cookie")
                .forEach(line -> {
                    var pair = line.split(";", 2)[0].split("=", 2);
                    cookies.put(pair[0], pair[1]);
                });
        return response;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it ->
                        it.getKey()
                                + "="
                                + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String challenge() {
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
