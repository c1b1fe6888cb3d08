package io.wenda.isolation;

import io.wenda.Company;
import io.wenda.tenant.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Programs of a company, each with a key of its own. */
final class Programs {
    private Programs() {}

    /** The access token of a new program with that role. */
    static String token(Company company, Role role) {
        var key =
                company.ask(
                                "mutation($r: [Role!]!) { createApiKey(input: {name: \"ERP\", roles: $r}) { clientId clientSecret userErrors { code } } }",
                                Map.of("r", List.of(role.name())))
                        .done();
        var basic =
                encoded(key.path("clientId").asString())
                        + ":"
                        + encoded(key.path("clientSecret").asString());
        var bytes = basic.getBytes(StandardCharsets.UTF_8);
        var answer =
                company.outside()
                        .send(
                                HttpRequest.newBuilder(company.outside().at("/oauth2/token"))
                                        .header(
                                                "Authorization",
                                                "Basic "
                                                        + Base64.getEncoder().encodeToString(bytes))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "grant_type=client_credentials"))
                                        .build());
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
