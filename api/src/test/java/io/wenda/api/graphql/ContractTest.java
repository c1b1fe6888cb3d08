package io.wenda.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schema holds the whole public contract: names, arguments, defaults and nullability. */
class ContractTest {
    private static final TypeDefinitionRegistry CONTRACT = parse("classpath:contract.graphqls");
    private static final TypeDefinitionRegistry SCHEMA = parse("classpath:graphql/*.graphqls");

    @Test
    void everyTypeOfTheContractIsInTheSchemaWithAllItsMembers() {
        var missing = new TreeSet<String>();
        for (var type : CONTRACT.types().keySet()) {
            var ours = new TreeSet<>(members(SCHEMA, type));
            members(CONTRACT, type).stream()
                    .filter(member ->
                            !ours.contains(member)
                                    && ours.stream().noneMatch(it -> takesMore(it, member)))
                    .forEach(missing::add);
        }

        assertThat(members(CONTRACT, "Query")).hasSize(15);
        assertThat(missing).isEmpty();
    }

    @Test
    void aFieldMayTakeMoreThanTheContractSaysWhereItNeedNotBeGiven() {
        assertThat(takesMore("Q.t(a: Int, b: B): T", "Q.t(a: Int): T")).isTrue();
        assertThat(takesMore("Q.t(a: Int): T", "Q.t: T")).isTrue();
        assertThat(takesMore("Q.t(a: Int!): T", "Q.t: T")).isFalse();
        assertThat(takesMore("Q.t(a: Int, b: B!): T", "Q.t(a: Int): T")).isFalse();
        assertThat(takesMore("Q.t(a: Int, b: B): T!", "Q.t(a: Int): T")).isFalse();
        assertThat(takesMore("Q.t(b: B): T", "Q.t(a: Int): T")).isFalse();
    }

    /** Whether ours is the contract's field with further arguments, all of them optional. */
    private static boolean takesMore(String ours, String contracts) {
        var theirs = contracts.contains("(") ? contracts : contracts.replaceFirst(": ", "(): ");
        var end = theirs.lastIndexOf("):");
        return end > 0
                && ours.length() >= theirs.length()
                && ours.startsWith(theirs.substring(0, end))
                && ours.endsWith(theirs.substring(end))
                && ours.substring(end, ours.length() - theirs.length() + end)
                        .matches("(\\w+: [^!,]+)?(, \\w+: [^!,]+)*");
    }

    @Test
    void everyScalarOfTheContractIsInTheSchema() {
        assertThat(SCHEMA.scalars().keySet()).containsAll(CONTRACT.scalars().keySet());
    }

    @Test
    void rootFieldsAreNullableAndMutationsTakeOneInputAndReturnAPayload() {
        assertThat(members(SCHEMA, "Query"))
                .noneMatch(field -> field.endsWith("!"))
                .contains("Query.node(id: ID!): Node");
        assertThat(members(SCHEMA, "Mutation"))
                .allMatch(
                        field -> field.matches("Mutation\\.(\\w+)\\(input: \\w+!\\): \\w+Payload"));
    }

    private static List<String> members(TypeDefinitionRegistry schema, String name) {
        var type = schema.getTypeOrNull(name);
        if (type == null) {
            return List.of();
        }
        var members =
                switch (type) {
                    case ObjectTypeDefinition object ->
                            Stream.concat(
                                            Stream.of(object),
                                            schema
                                                    .objectTypeExtensions()
                                                    .getOrDefault(name, List.of())
                                                    .stream())
                                    .flatMap(part ->
                                            Stream.concat(
                                                    part.getFieldDefinitions().stream()
                                                            .map(ContractTest::field),
                                                    part.getImplements().stream()
                                                            .map(it ->
                                                                    " implements "
                                                                            + AstPrinter.printAst(
                                                                                    it))));
                    case InputObjectTypeDefinition input ->
                            Stream.concat(
                                    input.getInputValueDefinitions().stream()
                                            .map(ContractTest::input),
                                    directives(input));
                    case EnumTypeDefinition values ->
                            values.getEnumValueDefinitions().stream().map(v -> v.getName());
                    case UnionTypeDefinition union ->
                            union.getMemberTypes().stream().map(AstPrinter::printAst);
                    default -> Stream.of("");
                };
        return members.map(member -> name + "." + member).toList();
    }

    private static String field(FieldDefinition field) {
        var arguments = field.getInputValueDefinitions().stream().map(ContractTest::input).toList();
        return field.getName()
                + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")")
                + ": "
                + AstPrinter.printAst(field.getType());
    }

    private static String input(InputValueDefinition value) {
        return value.getName()
                + ": "
                + AstPrinter.printAst(value.getType())
                + (value.getDefaultValue() == null
                        ? ""
                        : " = " + AstPrinter.printAst(value.getDefaultValue()));
    }

    private static Stream<String> directives(DirectivesContainer<?> container) {
        return container.getDirectives().stream().map(it -> "@" + it.getName());
    }

    private static TypeDefinitionRegistry parse(String pattern) {
        var merged = new TypeDefinitionRegistry();
        try {
            Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .map(ContractTest::parse)
                    .forEach(merged::merge);
            return merged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TypeDefinitionRegistry parse(Resource file) {
        try {
            return new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
