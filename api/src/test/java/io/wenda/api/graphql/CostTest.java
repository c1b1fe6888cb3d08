package io.wenda.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an operation costs, on the product's own schema. */
class CostTest {

    @Test
    void aFieldCostsOneAndAListItsAskedSize() {
        assertThat(cost("{ company { id name } }")).isEqualTo(new Cost.Size(3, 2));
        assertThat(cost("{ channels(first: 10) { nodes { id } } }"))
                .isEqualTo(new Cost.Size(1 + 10 * 2, 3));
        assertThat(cost("{ channels { nodes { id } } }")).isEqualTo(new Cost.Size(1 + 50 * 2, 3));
    }

    @Test
    void listsWithinListsMultiply() {
        assertThat(
                        cost(
                                "{ skillGroups(first: 10) { nodes { members(first: 20) { nodes { level } } } } }"))
                .isEqualTo(new Cost.Size(1 + 10 * (1 + (1 + 20 * 2)), 5));
    }

    @Test
    void aSizeMayBeAVariableAndIsNeverMoreThanAPageHolds() {
        assertThat(cost("query($n: Int) { channels(first: $n) { totalCount } }").complexity())
                .isEqualTo(1 + 7);
        assertThat(cost("{ channels(first: 2000000000) { totalCount } }").complexity())
                .isEqualTo(1 + 200);
        assertThat(cost("{ channels(first: -5) { totalCount } }").complexity()).isEqualTo(1 + 1);
    }

    @Test
    void fragmentsWithinFragmentsAreCountedInNoTime() {
        var fragments =
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                "fragment f%d on Query { ...f%d ...f%d }"
                                        .formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining(" "));

        assertThat(
                        cost("{ ...f0 } " + fragments + " fragment f60 on Query { company { id } }")
                                .complexity())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void introspectionIsFree() {
        assertThat(cost("{ __schema { types { name fields { name } } } __typename }"))
                .isEqualTo(new Cost.Size(0, 0));
    }

    private static Cost.Size cost(String text) {
        var schema =
                UnExecutableSchemaGenerator.makeUnExecutableSchema(
                        new SchemaParser().parse(Path.of("schema.graphql").toFile()));
        Document document = Parser.parse(text);
        var fragments =
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .collect(Collectors.toMap(FragmentDefinition::getName, it -> it));
        var operation = document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        return new Cost(schema, fragments, Map.of("n", 7))
                .of(operation.getSelectionSet(), Objects.requireNonNull(schema.getQueryType()));
    }
}
