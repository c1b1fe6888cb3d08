package io.wenda.benchmark.bare;

import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Spring Boot with one mutation that does one durable statement, and one subscription. It has no
 * token, no security and no tenant, so that it is the highest ceiling that can be asked for;
 * documents are parsed once, as in the product.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class BareApplication {

    /** Starts it; the runner names database and port. */
    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    @Bean
    GraphQlSourceBuilderCustomizer parsedOnce() {
        var known = Caffeine.newBuilder().<String, PreparsedDocumentEntry>build();
        return builder ->
                builder.configureGraphQl(engine ->
                        engine.preparsedDocumentProvider((input, compute) ->
                                CompletableFuture.completedFuture(
                                        known.get(input.getQuery(), _ -> compute.apply(input)))));
    }
}
