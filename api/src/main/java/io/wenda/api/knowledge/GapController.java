package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.api.page.PagedEdge;
import io.wenda.api.page.PagedEdges;
import io.wenda.conversation.Channel;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.gap.Gap;
import io.wenda.knowledge.gap.GapFilter;
import io.wenda.knowledge.gap.GapId;
import io.wenda.knowledge.gap.GapQuestion;
import io.wenda.knowledge.gap.GapRank;
import io.wenda.knowledge.gap.GapReader;
import io.wenda.knowledge.gap.GapState;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Gaps in the knowledge, and what customers asked. */
@Controller
class GapController {
    private static final double MILLIS_A_MINUTE = 60_000;

    private final GapReader gaps;
    private final KnowledgeReader reader;
    private final Members members;
    private final Channels channels;
    private final ConversationQueries conversations;
    private final Connections connections;
    private final PagedEdge<GapId, GapQuestion> questions;

    GapController(
            GapReader gaps,
            KnowledgeReader reader,
            Members members,
            Channels channels,
            ConversationQueries conversations,
            Connections connections,
            PagedEdges edges) {
        this.gaps = gaps;
        this.reader = reader;
        this.members = members;
        this.channels = channels;
        this.conversations = conversations;
        this.connections = connections;
        this.questions =
                edges.edge(
                        "KnowledgeGap.questions",
                        (_, ids, stretch) -> gaps.questions(ids, stretch),
                        GapQuestion::id);
    }

    record KnowledgeGapFilter(
            @Nullable GapState state,
            @Nullable String locale,
            @Nullable ChannelId channelId,
            @Nullable String text) {
        GapFilter toFilter() {
            return new GapFilter(state, locale, channelId, text);
        }
    }

    @QueryMapping
    Connection<Gap> knowledgeGaps(
            @Argument @Nullable KnowledgeGapFilter filter,
            @Argument @Nullable GapRank rankedBy,
            DataFetchingEnvironment field) {
        var wanted = filter == null ? GapFilter.NONE : filter.toFilter();
        var rank = Objects.requireNonNullElse(rankedBy, GapRank.VOLUME);
        return connections.of(
                field, gaps.page(wanted, rank, connections.request(field)), it -> it.id().value());
    }

    @QueryMapping
    Optional<Gap> knowledgeGap(@Argument GapId id) {
        return gaps.find(id);
    }

    @SchemaMapping(typeName = "KnowledgeGap")
    double minutes(Gap gap) {
        return gap.handled().toMillis() / MILLIS_A_MINUTE;
    }

    @SchemaMapping(typeName = "KnowledgeGap", field = "questions")
    CompletableFuture<Connection<GapQuestion>> questions(Gap gap, DataFetchingEnvironment field) {
        return questions.of(field, gap.id());
    }

    @BatchMapping(typeName = "KnowledgeGap", field = "entry")
    Map<Gap, Entry> entryOfGap(List<Gap> shown, GraphQLContext context) {
        return Batch.of(shown, Gap::entry, ids -> reader.byIds(CallerContext.of(context), ids));
    }

    @BatchMapping(typeName = "KnowledgeGap", field = "settledBy")
    Map<Gap, Member> settledBy(List<Gap> shown) {
        return Batch.of(shown, Gap::settledBy, members::byIds);
    }

    @BatchMapping(typeName = "KnowledgeGapQuestion", field = "channel")
    Map<GapQuestion, Channel> channelOfQuestion(List<GapQuestion> asked) {
        return Batch.of(asked, GapQuestion::channel, channels::byIds);
    }

    @BatchMapping(typeName = "KnowledgeGapQuestion", field = "conversation")
    Map<GapQuestion, Conversation> conversationOfQuestion(
            List<GapQuestion> asked, GraphQLContext context) {
        return Batch.of(
                asked,
                it -> new ConversationId(it.conversation()),
                ids -> conversations.byIds(CallerContext.of(context), ids));
    }
}
