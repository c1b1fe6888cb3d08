package io.wenda.knowledge.trial;

import static io.wenda.knowledge.answering.Decision.ANSWER;
import static io.wenda.knowledge.answering.Decision.CLARIFY;
import static io.wenda.knowledge.answering.Decision.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Decision;
import io.wenda.tenant.NewId;
import org.junit.jupiter.api.Test;

class EffectTest {
    private static final EntryId RIGHT = new EntryId(NewId.next());
    private static final EntryId WRONG = new EntryId(NewId.next());
    private static final EntryId OTHER = new EntryId(NewId.next());
    private static final Expectation RIGHT_ONE = new Expectation(RIGHT);
    private static final Expectation NO_ANSWER = new Expectation(null);

    @Test
    void whereSomethingIsExpectedOnlyThatCounts() {
        assertThat(Effect.of(RIGHT_ONE, says(WRONG, ANSWER), says(RIGHT, ANSWER)))
                .isEqualTo(Effect.BETTER);
        assertThat(Effect.of(RIGHT_ONE, says(RIGHT, HANDOVER), says(RIGHT, ANSWER)))
                .isEqualTo(Effect.NEWLY_ANSWERED);
        assertThat(Effect.of(RIGHT_ONE, says(RIGHT, ANSWER), says(WRONG, ANSWER)))
                .isEqualTo(Effect.WORSE);
        assertThat(Effect.of(RIGHT_ONE, says(RIGHT, ANSWER), says(RIGHT, CLARIFY)))
                .isEqualTo(Effect.LOST);
        assertThat(Effect.of(RIGHT_ONE, says(WRONG, ANSWER), says(WRONG, HANDOVER)))
                .isEqualTo(Effect.SAME);
        assertThat(Effect.of(NO_ANSWER, says(WRONG, HANDOVER), says(WRONG, ANSWER)))
                .isEqualTo(Effect.WORSE);
        assertThat(Effect.of(NO_ANSWER, says(WRONG, ANSWER), says(WRONG, CLARIFY)))
                .isEqualTo(Effect.BETTER);
    }

    @Test
    void aWrongAnswerIsWorseThanNone() {
        assertThat(Effect.of(RIGHT_ONE, says(RIGHT, HANDOVER), says(WRONG, ANSWER)))
                .isEqualTo(Effect.WORSE);
        assertThat(Effect.of(RIGHT_ONE, says(WRONG, CLARIFY), says(WRONG, ANSWER)))
                .isEqualTo(Effect.WORSE);
        assertThat(Effect.of(RIGHT_ONE, says(WRONG, ANSWER), says(OTHER, ANSWER)))
                .isEqualTo(Effect.SAME);
        assertThat(Effect.of(RIGHT_ONE, says(WRONG, CLARIFY), says(WRONG, HANDOVER)))
                .isEqualTo(Effect.SAME);
    }

    @Test
    void whereNothingIsExpectedAnotherEntryIsWorse() {
        assertThat(Effect.of(null, says(RIGHT, ANSWER), says(RIGHT, ANSWER)))
                .isEqualTo(Effect.SAME);
        assertThat(Effect.of(null, says(RIGHT, ANSWER), says(WRONG, ANSWER)))
                .isEqualTo(Effect.WORSE);
        assertThat(Effect.of(null, says(RIGHT, ANSWER), says(RIGHT, CLARIFY)))
                .isEqualTo(Effect.LOST);
        assertThat(Effect.of(null, says(RIGHT, CLARIFY), says(RIGHT, ANSWER)))
                .isEqualTo(Effect.NEWLY_ANSWERED);
        assertThat(Effect.of(null, says(RIGHT, HANDOVER), says(RIGHT, CLARIFY)))
                .isEqualTo(Effect.BETTER);
        assertThat(Effect.of(null, says(RIGHT, CLARIFY), says(RIGHT, HANDOVER)))
                .isEqualTo(Effect.WORSE);
        assertThat(Effect.of(null, says(RIGHT, HANDOVER), says(WRONG, HANDOVER)))
                .isEqualTo(Effect.SAME);
    }

    private static Outcome says(EntryId entry, Decision decision) {
        return new Outcome(decision, new VersionId(entry, 1), 0.5);
    }
}
