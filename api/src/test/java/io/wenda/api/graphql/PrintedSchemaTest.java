package io.wenda.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A change of the public schema is seen in review, in one file. */
class PrintedSchemaTest {
    private static final Path COMMITTED = Path.of("schema.graphql");
    private static final Path PRINTED = Path.of("target/schema.graphql");

    @Test
    void theCommittedSchemaIsTheOneThatTheFilesMake() throws IOException {
        var printed = print();

        Files.writeString(PRINTED, printed);
        assertThat(COMMITTED)
                .as("copy api/target/schema.graphql to api/schema.graphql and commit it")
                .hasContent(printed);
    }

    private static String print() throws IOException {
        var all = new TypeDefinitionRegistry();
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:graphql/*.graphqls")) {
            all.merge(new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
        }
        var options =
                SchemaPrinter.Options.defaultOptions()
                        .includeDirectives(name -> name.equals(Permission.DIRECTIVE))
                        .includeScalarTypes(true);
        return new SchemaPrinter(options)
                .print(UnExecutableSchemaGenerator.makeUnExecutableSchema(all));
    }
}
