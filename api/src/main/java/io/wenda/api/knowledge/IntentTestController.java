package io.wenda.api.knowledge;

import io.wenda.conversation.FlowRun;
import io.wenda.conversation.RecognisedIntent;
import io.wenda.knowledge.flow.SlotReader;
import io.wenda.knowledge.intent.LikelyIntent;
import io.wenda.knowledge.intent.Recognition;
import io.wenda.tenant.company.Companies;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Tries what a sentence would be taken to mean. */
@Controller
class IntentTestController {
    private static final int MOST_LIKELY = 5;

    private final Recognition recognition;
    private final Companies companies;
    private final Clock clock;

    IntentTestController(Recognition recognition, Companies companies, Clock clock) {
        this.recognition = recognition;
        this.companies = companies;
        this.clock = clock;
    }

    record IntentTest(
            @Nullable RecognisedIntent meant,
            List<RecognisedIntent> likely,
            List<FlowRun.SlotValue> told) {}

    @QueryMapping
    IntentTest testIntent(@Argument String question) {
        var likely = recognition.of(question);
        var meant = likely.stream().findFirst().filter(LikelyIntent::isMeant);
        return new IntentTest(
                meant.map(IntentTestController::shown).orElse(null),
                likely.stream().limit(MOST_LIKELY).map(IntentTestController::shown).toList(),
                told(meant, question));
    }

    private List<FlowRun.SlotValue> told(Optional<LikelyIntent> meant, String question) {
        if (meant.isEmpty()) {
            return List.of();
        }
        var today = companies.current().dayAt(clock.instant());
        return meant.get().intent().slots().stream()
                .flatMap(slot ->
                        SlotReader.unasked(slot, question, today)
                                .map(it -> new FlowRun.SlotValue(slot.name(), it))
                                .stream())
                .toList();
    }

    private static RecognisedIntent shown(LikelyIntent likely) {
        return new RecognisedIntent(
                likely.intent().name(),
                likely.intent().version(),
                likely.trainedVersion(),
                likely.probability());
    }
}
