package io.wenda.api.knowledge;

import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.api.scalar.PublicIds;
import io.wenda.knowledge.entry.ImportPolicy;
import io.wenda.knowledge.exchange.Import;
import io.wenda.knowledge.exchange.ImportFault;
import io.wenda.knowledge.exchange.ImportId;
import io.wenda.knowledge.exchange.ImportOrder;
import io.wenda.knowledge.exchange.Imports;
import io.wenda.knowledge.exchange.UploadId;
import io.wenda.knowledge.exchange.file.Column;
import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Imports of files: begun, watched, cancelled. The files themselves come over /files. */
@Controller
class ImportController {
    private static final int MOST_COLUMNS = 50;

    private final Imports imports;
    private final Members members;
    private final Connections connections;
    private final PublicIds ids;
    private final Once once;

    ImportController(
            Imports imports, Members members, Connections connections, PublicIds ids, Once once) {
        this.imports = imports;
        this.members = members;
        this.connections = connections;
        this.ids = ids;
        this.once = once;
    }

    record KnowledgeColumnInput(String name, Column column) {}

    record ImportKnowledgeInput(
            UploadId uploadId,
            @Nullable FileFormat format,
            @Nullable List<KnowledgeColumnInput> mapping,
            @Nullable String locale,
            @Nullable ImportPolicy policy,
            @Nullable Boolean dryRun) {

        ImportOrder toOrder() {
            var columns = Objects.requireNonNullElse(mapping, List.<KnowledgeColumnInput>of());
            if (columns.size() > MOST_COLUMNS) {
                throw Refusal.Invalid.tooLong("must be at most " + MOST_COLUMNS, "mapping");
            }
            return new ImportOrder(
                    uploadId,
                    format,
                    columns.stream()
                            .collect(
                                    toMap(
                                            it -> it.name().strip().toLowerCase(Locale.ROOT),
                                            KnowledgeColumnInput::column,
                                            (first, _) -> first)),
                    locale,
                    Objects.requireNonNullElse(policy, ImportPolicy.REVISE),
                    Boolean.TRUE.equals(dryRun));
        }
    }

    record CancelKnowledgeImportInput(ImportId importId) {}

    record KnowledgeImportPayload(Import knowledgeImport) {}

    @QueryMapping
    Optional<Import> knowledgeImport(@Argument ImportId id) {
        return Optional.ofNullable(imports.byIds(List.of(id)).get(id));
    }

    @QueryMapping
    Connection<Import> knowledgeImports(DataFetchingEnvironment field) {
        return connections.of(
                field, imports.page(connections.request(field)), it -> it.id().value());
    }

    @MutationMapping
    KnowledgeImportPayload importKnowledge(
            @Argument ImportKnowledgeInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new KnowledgeImportPayload(imports.begin(caller, input.toOrder())),
                ImportController::ids,
                this::again);
    }

    @MutationMapping
    KnowledgeImportPayload cancelKnowledgeImport(
            @Argument CancelKnowledgeImportInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new KnowledgeImportPayload(imports.cancel(caller, input.importId())),
                ImportController::ids,
                this::again);
    }

    @SchemaMapping(typeName = "KnowledgeImport")
    @Nullable String fault(Import it) {
        return it.failure() == null ? null : it.failure().message();
    }

    /** Not of imports that failed before there were codes. */
    @SchemaMapping(typeName = "KnowledgeImport")
    FileFault.@Nullable Told fileFault(Import it) {
        return it.failure() == null ? null : it.failure().told();
    }

    @SchemaMapping(typeName = "KnowledgeImport")
    String errorFile(Import it) {
        return "/files/knowledge-imports/" + ids.of(it.id()) + "/errors.csv";
    }

    @SchemaMapping(typeName = "KnowledgeImport")
    String resultFile(Import it) {
        return "/files/knowledge-imports/" + ids.of(it.id()) + "/results.csv";
    }

    @BatchMapping(typeName = "KnowledgeImport")
    Map<Import, List<ImportFault>> faults(List<Import> some) {
        var found = new HashMap<>(Batch.of(some, Import::id, imports::faults));
        some.forEach(it -> found.putIfAbsent(it, List.of()));
        return found;
    }

    @BatchMapping(typeName = "KnowledgeImport")
    Map<Import, Member> by(List<Import> some) {
        return Batch.of(some, Import::by, members::byIds);
    }

    private static List<UUID> ids(KnowledgeImportPayload payload) {
        return List.of(payload.knowledgeImport().id().value());
    }

    private KnowledgeImportPayload again(List<UUID> known) {
        return knowledgeImport(new ImportId(known.getFirst()))
                .map(KnowledgeImportPayload::new)
                .orElseThrow(() -> new Refusal.NotFound("import"));
    }
}
