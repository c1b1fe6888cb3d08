package io.wenda;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One authorization of the console: what is asked, and what is given for the code. */
public record CodeFlow(Outside outside, String verifier) {
    public CodeFlow(Outside outside) {
        this(outside, UUID.randomUUID().toString() + UUID.randomUUID());
    }

    /** What the token endpoint answered. */
    public record Answer(int status, JsonNode body) {}

    /** The address of the console that the code goes to. */
    public String redirect() {
        return outside.base() + "/console/callback";
    }

    /** The parameters of the authorization. */
    public Map<String, String> parameters() {
        return new LinkedHashMap<>(
                Map.of(
                        "response_type", "code",
                        "client_id", "wenda-console",
                        "redirect_uri", redirect(),
                        "scope", "openid",
                        "state", "s",
                        "code_challenge", challenge(verifier),
                        "code_challenge_method", "S256"));
    }

    /** The path that begins it, with more or other parameters. */
    public String path(Map<String, String> more) {
        var all = parameters();
        all.putAll(more);
        return "/oauth2/authorize?" + PlainBrowser.encoded(all);
    }

    /** Asks for the tokens. */
    public Answer exchange(String code) {
        return exchange(code, verifier);
    }

    /** Asks for the tokens with a verifier of one's own. */
    public Answer exchange(String code, String withVerifier) {
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirect(),
                        "client_id",
                        "wenda-console",
                        "code_verifier",
                        withVerifier));
    }

    private Answer token(Map<String, String> fields) {
        var request =
                HttpRequest.newBuilder(outside.at("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(PlainBrowser.encoded(fields)))
                        .build();
        var response = outside.send(request);
        return new Answer(response.statusCode(), Outside.JSON.readTree(response.body()));
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
