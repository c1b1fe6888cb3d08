package io.wenda.api.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Message;
import io.wenda.conversation.serving.Transcripts;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Loads stretches of many transcripts at once; a cursor's position holds a message's number. */
@Component
class TranscriptEdge {
    private static final String NAME = "Conversation.messages";

    private final Transcripts transcripts;
    private final Connections connections;

    /** A stretch of one conversation. */
    record Part(ConversationId of, Transcripts.Stretch stretch) {}

    TranscriptEdge(BatchLoaderRegistry loaders, Transcripts transcripts, Connections connections) {
        this.transcripts = transcripts;
        this.connections = connections;
        loaders.<Part, Page<Message>>forName(NAME)
                .registerMappedBatchLoader((parts, environment) -> {
                    GraphQLContext context = environment.getContext();
                    var caller = CallerContext.of(Objects.requireNonNull(context));
                    return Mono.fromCallable(() -> load(caller, parts));
                });
    }

    CompletableFuture<Connection<Message>> of(DataFetchingEnvironment field, ConversationId id) {
        var stretch = stretch(field);
        DataLoader<Part, Page<Message>> loader =
                Objects.requireNonNull(field.getDataLoader(NAME), NAME);
        return loader.load(new Part(id, stretch)).thenApply(page -> show(field, page, stretch));
    }

    private Connection<Message> show(
            DataFetchingEnvironment field, Page<Message> page, Transcripts.Stretch stretch) {
        var before = stretch.fromEnd() ? page.more() : stretch.afterSeq() != null;
        var after = stretch.fromEnd() ? stretch.beforeSeq() != null : page.more();
        return connections.of(
                field,
                new Page<>(page.items(), after, null),
                message -> new UUID(0, message.seq()),
                before);
    }

    private Transcripts.Stretch stretch(DataFetchingEnvironment field) {
        var fromEnd = field.getArgument("last") != null;
        if (fromEnd && field.getArgument("first") != null) {
            throw new Refusal.Invalid("ask for first or for last, not for both", "last");
        }
        return new Transcripts.Stretch(
                later(seq(field, "after"), field.getArgument("afterSeq")),
                seq(field, "before"),
                connections.size(field, fromEnd ? "last" : "first", Connections.DEFAULT_SIZE),
                fromEnd);
    }

    private @Nullable Integer seq(DataFetchingEnvironment field, String argument) {
        var position = connections.position(field, argument);
        return position == null ? null : (int) position.getLeastSignificantBits();
    }

    private static @Nullable Integer later(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private Map<Part, Page<Message>> load(Caller caller, Set<Part> parts) {
        var pages = new HashMap<Part, Page<Message>>();
        parts.stream()
                .collect(groupingBy(Part::stretch, mapping(Part::of, toList())))
                .forEach((stretch, ids) ->
                        transcripts
                                .of(caller, ids, stretch)
                                .forEach((id, page) -> pages.put(new Part(id, stretch), page)));
        parts.forEach(part -> pages.putIfAbsent(part, Page.of(List.of(), 1, null)));
        return pages;
    }
}
