package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.conversation.BotReceipt;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.Message;
import io.wenda.conversation.receipt.AnsweringPreviews;
import io.wenda.conversation.receipt.BotReceipts;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.answering.AnsweringThresholds;
import io.wenda.knowledge.answering.AnsweringWords;
import io.wenda.knowledge.answering.Thresholds;
import io.wenda.knowledge.answering.WordLists;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** By what the bot decides, and what is kept of what it decided. */
@Controller
class AnsweringController {
    private static final int LAST = 500;

    private final AnsweringThresholds thresholds;
    private final AnsweringWords words;
    private final AnsweringPreviews previews;
    private final BotReceipts receipts;
    private final Edges edges;

    AnsweringController(
            AnsweringThresholds thresholds,
            AnsweringWords words,
            AnsweringPreviews previews,
            BotReceipts receipts,
            Edges edges) {
        this.thresholds = thresholds;
        this.words = words;
        this.previews = previews;
        this.receipts = receipts;
        this.edges = edges;
    }

    /** How mutations and lists are done. */
    @Component
    record Edges(Once once, Connections connections) {}

    record ChooseAnsweringThresholdsInput(double answer, double clarify) {}

    record AnsweringThresholdsPayload(Thresholds thresholds) {}

    record ChooseAnsweringWordsInput(List<WordLists.Synonym> synonyms, List<String> sensitive) {}

    record AnsweringWordsPayload(WordLists words) {}

    @QueryMapping
    Thresholds answeringThresholds() {
        return thresholds.current();
    }

    @QueryMapping
    AnsweringPreviews.Preview answeringPreview(
            @Argument Thresholds thresholds, @Argument @Nullable Integer last) {
        int most = Objects.requireNonNullElse(last, LAST);
        if (most < 1 || most > AnsweringPreviews.MOST) {
            throw new Refusal.Invalid("must be 1 to %d".formatted(AnsweringPreviews.MOST), "last");
        }
        return previews.of(thresholds, most);
    }

    @QueryMapping
    WordLists answeringWords() {
        return words.current();
    }

    @QueryMapping
    Connection<Conversation> conversationsAnsweredWith(
            @Argument EntryId entryId,
            @Argument int version,
            Caller caller,
            DataFetchingEnvironment field) {
        return edges.connections()
                .of(
                        field,
                        receipts.answeredWith(
                                caller,
                                entryId.value(),
                                version,
                                edges.connections().request(field)),
                        conversation -> conversation.id().value());
    }

    @MutationMapping
    AnsweringThresholdsPayload chooseAnsweringThresholds(
            @Argument ChooseAnsweringThresholdsInput input, DataFetchingEnvironment field) {
        return edges.once()
                .of(
                        field,
                        () -> {
                            thresholds.choose(new Thresholds(input.answer(), input.clarify()));
                            return new AnsweringThresholdsPayload(thresholds.current());
                        },
                        _ -> List.of(),
                        _ -> new AnsweringThresholdsPayload(thresholds.current()));
    }

    @MutationMapping
    AnsweringWordsPayload chooseAnsweringWords(
            @Argument ChooseAnsweringWordsInput input, DataFetchingEnvironment field) {
        return edges.once()
                .of(
                        field,
                        () ->
                                new AnsweringWordsPayload(
                                        words.choose(input.synonyms(), input.sensitive())),
                        _ -> List.of(),
                        _ -> new AnsweringWordsPayload(words.current()));
    }

    @BatchMapping
    Map<Message, BotReceipt> receipt(List<Message> messages, GraphQLContext context) {
        return receipts.of(CallerContext.of(context), messages);
    }
}
