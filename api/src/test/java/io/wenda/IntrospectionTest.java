package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema is public, as its printed form is; reading it costs nobody more than that. */
class IntrospectionTest extends RunningApplication {

    @Test
    void whoeverAsksMayReadTheSchemaOnce() {
        var company = OUTSIDE.newCompany("Readers");

        for (var token : new String[] {null, company.token()}) {
            var answer = OUTSIDE.ask(token, IntrospectionQuery.INTROSPECTION_QUERY, Map.of());

            assertThat(answer.codes()).isEmpty();
            assertThat(answer.body().at("/data/__schema/queryType/name").asString())
                    .isEqualTo("Query");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
                "{ a: __schema { types { name } } b: __schema { types { name } } }",
                "{ a: __type(name: \"Query\") { name } b: __type(name: \"Query\") { name } }",
                "{ __type(name: \"Query\") { fields { type { ofType { ofType { possibleTypes { possibleTypes { name } } } } } } } }"
            })
    void whatGoesRoundInItIsRefused(String query) {
        var answer = OUTSIDE.ask(null, query, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.codes()).containsExactly("TOO_COMPLEX");
        assertThat(answer.body().path("data").isMissingNode()).isTrue();
    }

    @Test
    void whatStandsBesideItIsCountedAsEver() {
        var channels =
                IntStream.range(0, 30)
                        .mapToObj("a%d: channels(first: 200) { nodes { id } }"::formatted)
                        .collect(Collectors.joining(" "));

        var answer =
                OUTSIDE.ask(null, "{ __schema { queryType { name } } " + channels + " }", Map.of());

        assertThat(answer.codes()).containsExactly("TOO_COMPLEX");
    }
}
