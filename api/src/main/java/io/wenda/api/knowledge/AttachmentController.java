package io.wenda.api.knowledge;

import static java.util.stream.Collectors.toMap;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.AnswerSource;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.attachment.Attachment;
import io.wenda.knowledge.attachment.Attachments;
import io.wenda.knowledge.attachment.FileId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeEntries;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.Revision;
import io.wenda.knowledge.entry.WrittenMeanwhile;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Files of versions, for who edits them and for who is answered with them. */
@Controller
class AttachmentController {
    private final KnowledgeEntries entries;
    private final KnowledgeReader reader;
    private final Attachments attachments;
    private final AttachmentLinks links;
    private final Once once;

    AttachmentController(
            KnowledgeEntries entries,
            KnowledgeReader reader,
            Attachments attachments,
            AttachmentLinks links,
            Once once) {
        this.entries = entries;
        this.reader = reader;
        this.attachments = attachments;
        this.links = links;
        this.once = once;
    }

    record AttachToKnowledgeEntryInput(
            EntryId entryId,
            @Nullable Integer expectedVersion,
            @Nullable Integer expectedRevision,
            FileId fileId,
            @Nullable String name) {}

    record DetachFromKnowledgeEntryInput(
            EntryId entryId,
            @Nullable Integer expectedVersion,
            @Nullable Integer expectedRevision,
            FileId fileId) {}

    @MutationMapping
    KnowledgeEntryPayload attachToKnowledgeEntry(
            @Argument AttachToKnowledgeEntryInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        var expected = unchanged(input.expectedVersion(), input.expectedRevision());
        return done(
                field,
                caller,
                () ->
                        entries.attach(
                                caller, input.entryId(), expected, input.fileId(), input.name()));
    }

    @MutationMapping
    KnowledgeEntryPayload detachFromKnowledgeEntry(
            @Argument DetachFromKnowledgeEntryInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        var expected = unchanged(input.expectedVersion(), input.expectedRevision());
        return done(
                field,
                caller,
                () -> entries.detach(caller, input.entryId(), expected, input.fileId()));
    }

    @BatchMapping(typeName = "KnowledgeVersion", field = "attachments")
    Map<KnowledgeVersion, List<AttachmentLinks.Shown>> ofVersions(
            List<KnowledgeVersion> versions, GraphQLContext context) {
        var editor = CallerContext.of(context).has(Role.EDITOR);
        return shown(
                versions,
                KnowledgeVersion::id,
                editor ? attachments::of : attachments::ofPublished,
                context,
                !editor);
    }

    /** What an answer came from was published to whoever reads the answer. */
    @BatchMapping(typeName = "AnswerSource", field = "attachments")
    Map<AnswerSource, List<AttachmentLinks.Shown>> ofSources(
            List<AnswerSource> sources, GraphQLContext context) {
        return shown(
                sources,
                it -> new VersionId(new EntryId(it.entry()), it.version()),
                attachments::ofPublished,
                context,
                true);
    }

    private <S> Map<S, List<AttachmentLinks.Shown>> shown(
            List<S> sources,
            Function<S, VersionId> version,
            Function<Collection<VersionId>, Map<VersionId, List<Attachment>>> load,
            GraphQLContext context,
            boolean published) {
        var tenant = CallerContext.of(context).tenant();
        var found = load.apply(sources.stream().map(version).distinct().toList());
        return sources.stream()
                .distinct()
                .collect(
                        toMap(
                                it -> it,
                                it ->
                                        found.getOrDefault(version.apply(it), List.of()).stream()
                                                .map(file ->
                                                        links.show(
                                                                tenant,
                                                                version.apply(it),
                                                                file,
                                                                published))
                                                .toList()));
    }

    private static Revision unchanged(@Nullable Integer version, @Nullable Integer revision) {
        return new Revision(version, revision, null, null, null);
    }

    private KnowledgeEntryPayload done(
            DataFetchingEnvironment field, Caller caller, Supplier<Entry> act) {
        try {
            return once.of(
                    field,
                    () -> KnowledgeEntryPayload.of(act.get()),
                    payload -> List.of(payload.entryId().value()),
                    ids -> again(caller, ids));
        } catch (WrittenMeanwhile e) {
            return KnowledgeEntryPayload.of(e);
        }
    }

    private KnowledgeEntryPayload again(Caller caller, List<UUID> ids) {
        var id = new EntryId(ids.getFirst());
        return Optional.ofNullable(reader.byIds(caller, List.of(id)).get(id))
                .map(KnowledgeEntryPayload::of)
                .orElseThrow(() -> new Refusal.NotFound("knowledge entry"));
    }
}
