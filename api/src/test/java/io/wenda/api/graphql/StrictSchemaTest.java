package io.wenda.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.DataFetcher;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;

/** A schema that the code does not fit ends the start. */
class StrictSchemaTest {
    private static final String ALLOW = " directive @allow on FIELD_DEFINITION";

    @Test
    void aFieldThatNothingAnswersFailsTheStart() {
        assertThatThrownBy(() -> start("type Query { a: Int @allow b: Int @allow }"))
                .hasMessageContaining("nothing answers Query.b");
    }

    @Test
    void aRootFieldThatSaysNotWhoMayAskItFailsTheStart() {
        assertThatThrownBy(() -> start("type Query { a: Int }"))
                .hasMessageContaining("no @allow on Query.a");
    }

    @Test
    void aSchemaThatFitsStarts() {
        assertThat(start("type Query { a: Int @allow }")).isNotNull();
    }

    private static GraphQlSource start(String schema) {
        DataFetcher<Integer> one = _ -> 1;
        var text = (schema + ALLOW).getBytes(StandardCharsets.UTF_8);
        var builder =
                GraphQlSource.schemaResourceBuilder()
                        .schemaResources(new ByteArrayResource(text))
                        .configureRuntimeWiring(
                                wiring -> wiring.type("Query", it -> it.dataFetcher("a", one)));
        new StrictSchema().strict().customize(builder);
        return builder.build();
    }
}
