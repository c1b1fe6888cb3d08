package io.wenda.api.knowledge;

import static java.util.stream.Collectors.toMap;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.api.page.PagedEdge;
import io.wenda.api.page.PagedEdges;
import io.wenda.conversation.Channel;
import io.wenda.conversation.channel.Channels;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.EntryFilter;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.Schedule;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Entries and their versions, as the caller may see them. */
@Controller
class KnowledgeController {
    private final KnowledgeReader reader;
    private final Members members;
    private final Channels channels;
    private final Connections connections;
    private final PagedEdge<EntryId, KnowledgeVersion> versions;

    KnowledgeController(
            KnowledgeReader reader,
            Members members,
            Channels channels,
            Connections connections,
            PagedEdges edges) {
        this.channels = channels;
        this.reader = reader;
        this.members = members;
        this.connections = connections;
        this.versions =
                edges.edge(
                        "KnowledgeEntry.versions",
                        this::versionsOf,
                        version -> new UUID(0, version.number()));
    }

    @QueryMapping
    Optional<Entry> knowledgeEntry(@Argument EntryId id, Caller caller) {
        return Optional.ofNullable(reader.byIds(caller, List.of(id)).get(id));
    }

    @QueryMapping
    Connection<Entry> knowledgeEntries(
            @Argument @Nullable EntryFilter filter, Caller caller, DataFetchingEnvironment field) {
        return connections.of(
                field,
                reader.page(
                        caller,
                        Objects.requireNonNullElse(filter, EntryFilter.NONE),
                        connections.request(field)),
                entry -> entry.id().value());
    }

    @QueryMapping
    Optional<KnowledgeDifference> knowledgeDifference(
            @Argument EntryId entryId, @Argument int from, @Argument int to, Caller caller) {
        return reader.difference(caller, new VersionId(entryId, from), new VersionId(entryId, to))
                .map(KnowledgeDifference::of);
    }

    @QueryMapping
    List<String> knowledgeCategories(Caller caller) {
        return reader.categories(caller);
    }

    @BatchMapping(typeName = "KnowledgeEntry")
    Map<Entry, KnowledgeVersion> published(List<Entry> entries, GraphQLContext context) {
        return numbered(entries, Entry::published, context);
    }

    @BatchMapping(typeName = "KnowledgeEntry")
    Map<Entry, KnowledgeVersion> latest(List<Entry> entries, GraphQLContext context) {
        return numbered(entries, Entry::latest, context);
    }

    @SchemaMapping(typeName = "KnowledgeEntry")
    CompletableFuture<Connection<KnowledgeVersion>> versions(
            Entry entry, DataFetchingEnvironment field) {
        return versions.of(field, entry.id());
    }

    @BatchMapping
    Map<KnowledgeVersion, Member> author(List<KnowledgeVersion> versions) {
        return Batch.of(versions, KnowledgeVersion::author, members::byIds);
    }

    @BatchMapping
    Map<KnowledgeVersion, Member> reviewer(List<KnowledgeVersion> versions) {
        return Batch.of(versions, KnowledgeVersion::reviewer, members::byIds);
    }

    @BatchMapping(typeName = "KnowledgeAudience")
    Map<KnowledgeAudience, List<Channel>> channels(List<KnowledgeAudience> audiences) {
        var named =
                channels.byIds(
                        audiences.stream()
                                .flatMap(it -> it.channels().stream())
                                .distinct()
                                .toList());
        return audiences.stream()
                .distinct()
                .collect(
                        toMap(
                                Function.identity(),
                                it -> it.channels().stream().map(named::get).toList()));
    }

    @BatchMapping(typeName = "KnowledgeSchedule")
    Map<Schedule, Member> by(List<Schedule> schedules) {
        return Batch.of(schedules, Schedule::by, members::byIds);
    }

    private Map<Entry, KnowledgeVersion> numbered(
            List<Entry> entries,
            Function<Entry, @Nullable Integer> number,
            GraphQLContext context) {
        return Batch.of(
                entries,
                entry -> {
                    var which = number.apply(entry);
                    return which == null ? null : new VersionId(entry.id(), which);
                },
                (Collection<VersionId> ids) ->
                        reader.versions(CallerContext.of(context), ids).values().stream()
                                .collect(toMap(it -> it.id(), KnowledgeVersion::of)));
    }

    /** Newest first; the cursor's position holds a version's number. */
    private Map<EntryId, Page<KnowledgeVersion>> versionsOf(
            Caller caller, Collection<EntryId> entries, PageRequest stretch) {
        var after = stretch.after();
        var below = after == null ? Integer.MAX_VALUE : (int) after.getLeastSignificantBits();
        return reader.versionsOf(caller, entries, below, stretch.limit() + 1).entrySet().stream()
                .collect(
                        toMap(
                                Map.Entry::getKey,
                                entry ->
                                        Page.of(entry.getValue(), stretch.limit(), null)
                                                .map(KnowledgeVersion::of)));
    }
}
