package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.channel.Channels;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.Asker;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What the bot would say, and the receipts of what it said. */
@Controller
class BotController {
    /** As a visitor's message. */
    private static final int LONGEST = 8_000;

    private final Answers answers;
    private final PatientAnswers patient;
    private final Channels channels;
    private final KnowledgeReader reader;

    BotController(
            Answers answers, PatientAnswers patient, Channels channels, KnowledgeReader reader) {
        this.answers = answers;
        this.patient = patient;
        this.channels = channels;
        this.reader = reader;
    }

    /** The bot's answer, with receipts of the kind that conversations keep. */
    record Said(
            Decision decision,
            @Nullable String text,
            @Nullable AnswerSource source,
            List<AnswerCandidate> candidates,
            double confidence,
            AnswerGrounds.Thresholds thresholds,
            String locale,
            boolean aiGenerated,
            AnswerGrounds grounds) {

        static Said of(BotAnswer answer) {
            var grounds = AnswerGrounds.of(answer.grounds());
            return new Said(
                    answer.decision(),
                    answer.text(),
                    Optional.ofNullable(answer.source()).map(AnswerSource::of).orElse(null),
                    answer.candidates().stream().map(AnswerCandidate::of).toList(),
                    answer.confidence(),
                    grounds.thresholds(),
                    answer.locale(),
                    grounds.wording() != null,
                    grounds);
        }
    }

    @QueryMapping
    Said askBot(
            @Argument String question,
            @Argument @Nullable String locale,
            @Argument @Nullable ChannelId channelId,
            @Argument @Nullable String previousQuestion,
            @Argument @Nullable Boolean published,
            GraphQLContext context) {
        bounded(question, "question");
        bounded(previousQuestion, "previousQuestion");
        if (channelId != null && !channels.byIds(List.of(channelId)).containsKey(channelId)) {
            throw new Refusal.NotFound("channel", "channelId");
        }
        var asked = new Asked(question, previousQuestion, locale, new Asker(channelId, Map.of()));
        return Said.of(
                Boolean.TRUE.equals(published) ? answers.ask(asked) : patient.say(asked, context));
    }

    private static void bounded(@Nullable String text, String field) {
        if (text != null && !text.isBlank()) {
            Text.text(text, LONGEST, field);
        }
    }

    @BatchMapping(typeName = "AnswerSource", field = "entry")
    Map<AnswerSource, Entry> entryOfSource(List<AnswerSource> sources, GraphQLContext context) {
        return Batch.of(sources, it -> new EntryId(it.entry()), ids -> entries(ids, context));
    }

    @BatchMapping(typeName = "CitedVersion", field = "entry")
    Map<AnswerGrounds.Cited, Entry> entryOfCited(
            List<AnswerGrounds.Cited> cited, GraphQLContext context) {
        return Batch.of(cited, it -> new EntryId(it.entry()), ids -> entries(ids, context));
    }

    @BatchMapping(typeName = "AnswerCandidate", field = "entry")
    Map<AnswerCandidate, Entry> entryOfCandidate(
            List<AnswerCandidate> candidates, GraphQLContext context) {
        return Batch.of(candidates, it -> new EntryId(it.entry()), ids -> entries(ids, context));
    }

    private Map<EntryId, Entry> entries(Collection<EntryId> ids, GraphQLContext context) {
        return reader.byIds(CallerContext.of(context), ids);
    }
}
