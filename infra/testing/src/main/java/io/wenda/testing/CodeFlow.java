package io.wenda.testing;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One authorization of the console: what is asked, and what is given for the code. */
public record CodeFlow(HttpSite site, String verifier) {
    public CodeFlow(HttpSite site) {
        this(site, UUID.randomUUID().toString() + UUID.randomUUID());
    }

    /** What the token endpoint answered. */
    public record Answer(int status, JsonNode body) {}

    /** The address of the console that the code goes to. */
    public String redirect() {
        return site.base() + "/console/callback";
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

    /** Fills the sign-in page in, once; leads to the console, to a choice or back to the page. */
    public PlainBrowser.Page signIn(PlainBrowser browser, String email, String password) {
        var start = browser.get(path(Map.of()));
        var form =
                start.location().getPath().equals("/sign-in")
                        ? browser.get(start.location())
                        : browser.get(
                                "/sign-in?"
                                        + PlainBrowser.encoded(Map.of("continue", path(Map.of()))));
        var back = browser.submit(form, Map.of("username", email, "password", password));
        return back.location().getPath().equals("/oauth2/authorize")
                ? browser.get(back.location())
                : back;
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
                HttpRequest.newBuilder(site.at("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(PlainBrowser.encoded(fields)))
                        .build();
        var response = site.send(request);
        return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
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
