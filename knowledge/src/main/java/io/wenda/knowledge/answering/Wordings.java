package io.wenda.knowledge.answering;

import io.wenda.knowledge.answering.Grounds.Step;
import io.wenda.knowledge.answering.PublishedTexts.Found;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.generation.Generated;
import io.wenda.knowledge.generation.Generator;
import io.wenda.knowledge.generation.Passage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Words an answer by the company's language model; otherwise the published answer stays. */
@Component
class Wordings {
    private final Generator generator;

    Wordings(Generator generator) {
        this.generator = generator;
    }

    BotAnswer of(Asked asked, Considered considered, Policy policy) {
        var answer = considered.answer();
        if (answer.decision() != Decision.ANSWER || policy.generation() == 0) {
            return answer;
        }
        var found = considered.found().stream().limit(Answers.MOST_CANDIDATES).toList();
        var together = answer.grounds().path().contains(Step.WITH_PREVIOUS);
        var generated =
                generator.generate(
                        policy.generation(),
                        asked.text(),
                        together ? asked.previous() : null,
                        found.stream()
                                .map(it -> new Passage(it.version(), it.question(), it.answer()))
                                .toList());
        return switch (generated) {
            case Generated.Written written -> worded(answer, written, found, policy);
            case Generated.Nothing(var why) -> otherwise(answer, why);
        };
    }

    private static BotAnswer worded(
            BotAnswer answer, Generated.Written written, List<Found> found, Policy policy) {
        if (policy.words().isSensitive(NormalText.of(written.text()))) {
            return with(answer, answer.grounds().with(Step.GENERATION_SENSITIVE));
        }
        var source =
                found.stream()
                        .filter(it -> written.cited().contains(it.version()))
                        .findFirst()
                        .orElseThrow();
        return new BotAnswer(
                answer.decision(),
                written.text(),
                new BotAnswer.Source(source.version(), source.question()),
                answer.candidates(),
                answer.confidence(),
                true,
                answer.locale(),
                answer.grounds()
                        .with(Step.GENERATED)
                        .with(new Grounds.Wording(written.model(), written.cited())));
    }

    private static BotAnswer otherwise(BotAnswer answer, Generated.Why why) {
        return switch (why) {
            case OFF -> answer;
            case BUSY -> with(answer, answer.grounds().with(Step.GENERATION_BUSY));
            case CIRCUIT_OPEN -> with(answer, answer.grounds().with(Step.GENERATION_CIRCUIT_OPEN));
            case UNREACHABLE -> with(answer, answer.grounds().with(Step.GENERATION_UNREACHABLE));
            case TIMED_OUT -> with(answer, answer.grounds().with(Step.GENERATION_TIMED_OUT));
            case BROKEN -> with(answer, answer.grounds().with(Step.GENERATION_BROKEN));
            case DECLINED -> with(answer, answer.grounds().with(Step.GENERATION_DECLINED));
            case UNCITED -> with(answer, answer.grounds().with(Step.GENERATION_UNCITED));
            case LYING -> with(answer, answer.grounds().with(Step.GENERATION_LYING));
            case UNSUPPORTED -> with(answer, answer.grounds().with(Step.GENERATION_UNSUPPORTED));
        };
    }

    private static BotAnswer with(BotAnswer answer, Grounds grounds) {
        return new BotAnswer(
                answer.decision(),
                answer.text(),
                answer.source(),
                answer.candidates(),
                answer.confidence(),
                answer.searched(),
                answer.locale(),
                grounds);
    }
}
