package io.wenda.api.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.wenda.conversation.Typing;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.exchange.Import;
import io.wenda.tenant.key.ApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.SchemaReport;

/** The application does not start with a schema that its code does not answer, or leaves open. */
@Configuration(proxyBeanMethods = false)
class StrictSchema {
    /** Answered for all payloads at once. */
    private static final String USER_ERRORS = "userErrors";

    @Bean
    GraphQlSourceBuilderCustomizer strict() {
        return builder ->
                builder.inspectSchemaMappings(
                        inspector ->
                                inspector
                                        .classMapping("Program", ApiKey.class)
                                        .classMapping("Typing", Typing.class)
                                        .classMapping("KnowledgeEntry", Entry.class)
                                        .classMapping("KnowledgeImport", Import.class),
                        StrictSchema::require);
    }

    private static void require(SchemaReport report) {
        var holes = new ArrayList<String>();
        report.unmappedFields().stream()
                .filter(field -> !field.getFieldName().equals(USER_ERRORS))
                .forEach(field -> holes.add("nothing answers " + field));
        report.unmappedRegistrations()
                .keySet()
                .forEach(field -> holes.add("the schema has no " + field));
        report.unmappedArguments()
                .forEach((at, names) -> holes.add("no argument " + names + " at " + at));
        report.fieldNullnessErrors()
                .forEach((field, error) -> holes.add("may be null: " + field + " " + error));
        report.argumentNullnessErrors()
                .forEach((at, errors) -> holes.add("may be null at " + at + ": " + errors));
        report.skippedTypes().stream()
                .map(skipped -> GraphQLTypeUtil.simplePrint(skipped.type()))
                .forEach(type -> holes.add("no class is known for " + type));
        unmarkedRoots(report.schema()).forEach(field -> holes.add("no @allow on " + field));
        if (!holes.isEmpty()) {
            throw new IllegalStateException(
                    "the schema and the code do not fit:\n" + String.join("\n", holes));
        }
    }

    private static List<String> unmarkedRoots(GraphQLSchema schema) {
        return List.of(
                        Optional.of(schema.getQueryType()),
                        Optional.ofNullable(schema.getMutationType()),
                        Optional.ofNullable(schema.getSubscriptionType()))
                .stream()
                .flatMap(Optional::stream)
                .flatMap(root ->
                        root.getFieldDefinitions().stream()
                                .filter(StrictSchema::isUnmarked)
                                .map(field -> name(root, field)))
                .toList();
    }

    private static boolean isUnmarked(GraphQLFieldDefinition field) {
        return !field.hasAppliedDirective(Permission.DIRECTIVE);
    }

    private static String name(GraphQLObjectType root, GraphQLFieldDefinition field) {
        return root.getName() + "." + field.getName();
    }
}
