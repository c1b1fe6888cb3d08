package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.testing.HttpSite;
import io.wenda.testing.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that knows the application's address and nothing of its code. */
public final class Outside implements HttpSite {
    /** Escaped, so that half of a character gets out too. */
    public static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static final String RESPONSE = "application/graphql-response+json";

    private final String base;

    /** A client of the application at that address. */
    public Outside(String base) {
        this.base = base;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body) {

        /** The one root field. */
        public JsonNode only() {
            assertThat(body.path("errors")).as(body.toString()).isEmpty();
            var fields = body.path("data").propertyNames().stream().toList();
            assertThat(fields).hasSize(1);
            return body.path("data").path(fields.getFirst());
        }

        /** The root field of a mutation that was done. */
        public JsonNode done() {
            assertThat(only().path("userErrors")).as(body.toString()).isEmpty();
            return only();
        }

        /** The codes of the errors. */
        public List<String> codes() {
            return texts(body.path("errors"), "/extensions/code");
        }

        /** The codes of the user errors. */
        public List<String> userErrors() {
            assertThat(body.path("errors")).as(body.toString()).isEmpty();
            return texts(only().path("userErrors"), "/code");
        }

        private static List<String> texts(JsonNode list, String pointer) {
            var texts = new ArrayList<String>();
            list.forEach(item -> texts.add(item.at(pointer).asString("none")));
            return texts;
        }
    }

    /** The application's address. */
    @Override
    public String base() {
        return base;
    }

    /** An address of it. */
    @Override
    public URI at(String path) {
        return URI.create(base + path);
    }

    /** A GraphQL request as a member or program, or as nobody. */
    public Answer ask(@Nullable String token, String query, Map<String, ?> variables) {
        return ask(token, null, query, variables);
    }

    /** A GraphQL request from a page. */
    public Answer ask(
            @Nullable String token,
            @Nullable String origin,
            String query,
            Map<String, ?> variables) {
        var body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        var request = post(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        var response = send(request.build());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    /** A POST to /graphql, whatever its body. */
    public HttpRequest.Builder post(HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(at("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", RESPONSE + ", application/json;q=0.9")
                .POST(body);
    }

    /** Sends it. */
    @Override
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new company, whose owner has signed in. */
    public Company newCompany(String name) {
        return newCompany(name, "Owner");
    }

    /** A new company, whose owner of that name has signed in. */
    public Company newCompany(String name, String ownerName) {
        var email = "owner-" + UUID.randomUUID() + "@example.com";
        var password = "Correct-horse-" + UUID.randomUUID();
        var made =
                ask(
                                null,
                                """
                                mutation($i: SignUpInput!) {
                                  signUp(input: $i) { company { id slug } owner { id } userErrors { code message field } }
                                }
                                """,
                                Map.of(
                                        "i",
                                        Map.of(
                                                "companyName", name,
                                                "ownerName", ownerName,
                                                "email", email,
                                                "password", password,
                                                "timeZone", "Asia/Shanghai")))
                        .done();
        var token = new SignIn(this).token(email, password);
        return new Company(
                this,
                made.at("/company/id").asString(),
                made.at("/owner/id").asString(),
                email,
                password,
                token);
    }
}
