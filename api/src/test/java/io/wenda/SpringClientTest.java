package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.client.WebSocketGraphQlClientInterceptor;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.graphql.test.tester.WebSocketGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.socket.client.StandardWebSocketClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A client that others wrote understands us over both transports. */
class SpringClientTest extends RunningApplication {

    @Test
    void springsOwnClientAsksAndListens() {
        var world = World.in(OUTSIDE.newCompany("Acme " + UUID.randomUUID()));
        var company = world.company();
        var http =
                HttpGraphQlTester.builder(
                                WebTestClient.bindToServer()
                                        .responseTimeout(Duration.ofSeconds(30))
                                        .baseUrl(OUTSIDE.at("/graphql").toString()))
                        .headers(headers -> headers.setBearerAuth(company.token()))
                        .build();
        var socket =
                WebSocketGraphQlTester.builder(
                                URI.create(OUTSIDE.at("/graphql").toString().replace("http", "ws")),
                                new StandardWebSocketClient())
                        .interceptor(
                                new WebSocketGraphQlClientInterceptor() {
                                    @Override
                                    public Mono<Object> connectionInitPayload() {
                                        return Mono.just(
                                                Map.of(
                                                        "Authorization",
                                                        "Bearer " + company.token()));
                                    }
                                })
                        .build();

        http.document("{ company { id } }")
                .execute()
                .path("company.id")
                .entity(String.class)
                .isEqualTo(company.id());
        var entered =
                socket.document("subscription { inbox { change conversationId } }")
                        .executeSubscription()
                        .toFlux("inbox.change", String.class);

        // General holds the owner, so what waits in its queue is in her inbox
        StepVerifier.create(entered.take(1)).expectNext("ENTERED").verifyComplete();
        assertThat(socket.stop().blockOptional(Duration.ofSeconds(10))).isEmpty();
    }
}
