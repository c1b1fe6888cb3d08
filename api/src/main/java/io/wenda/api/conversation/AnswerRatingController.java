package io.wenda.api.conversation;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.serving.AnswerRatings;
import io.wenda.conversation.serving.Transcripts;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What contacts say about the bot's answers. */
@Controller
class AnswerRatingController {
    private final AnswerRatings ratings;
    private final Transcripts transcripts;
    private final Once once;

    AnswerRatingController(AnswerRatings ratings, Transcripts transcripts, Once once) {
        this.ratings = ratings;
        this.transcripts = transcripts;
        this.once = once;
    }

    record RateAnswerInput(MessageId messageId, boolean helpful) {}

    record RateAnswerPayload(Message message) {}

    @MutationMapping
    RateAnswerPayload rateAnswer(
            @Argument RateAnswerInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () ->
                        new RateAnswerPayload(
                                ratings.rate(caller, input.messageId(), input.helpful())),
                payload -> List.of(payload.message().id().value()),
                ids -> again(caller, ids));
    }

    private RateAnswerPayload again(Caller caller, List<UUID> ids) {
        var id = new MessageId(ids.getFirst());
        return Optional.ofNullable(transcripts.byIds(caller, List.of(id)).get(id))
                .map(RateAnswerPayload::new)
                .orElseThrow(() -> new Refusal.NotFound("message", "messageId"));
    }
}
