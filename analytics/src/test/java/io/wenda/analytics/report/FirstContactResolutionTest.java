package io.wenda.analytics.report;

import static io.wenda.analytics.Metric.FIRST_CONTACT_RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.analytics.Statistic;
import io.wenda.conversation.BotOutcome;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.tenant.NewId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What counts as settled the first time: one agent, and no return within the window. */
class FirstContactResolutionTest extends ReportTest {

    @Test
    void firstContactResolutionWaitsForItsWindow() {
        var topic = NewId.next();
        var contact = NewId.next();
        var week = Duration.ofDays(7);

        resolved(START, topic, contact);
        assertThat(cell(FIRST_CONTACT_RESOLUTION, Statistic.VALUE).value()).isEqualTo(1.0);

        // back on the same topic, at the last moment of the window: it ends 60 s after the start
        resolved(START.plus(week).plusSeconds(60), topic, contact);
        assertThat(total(FIRST_CONTACT_RESOLUTION)).containsExactly(0.5);

        // others: another topic, another contact, a moment too late
        resolved(START.plusSeconds(600), NewId.next(), contact);
        resolved(START.plusSeconds(600), topic, NewId.next());
        assertThat(total(FIRST_CONTACT_RESOLUTION)).containsExactly(0.75);
        resolved(START.plus(week.multipliedBy(2)).plusSeconds(121), topic, contact);
        assertThat(total(FIRST_CONTACT_RESOLUTION)).containsExactly(0.8);
    }

    void resolved(Instant start, UUID topic, UUID contact) {
        happened(
                story(start, channel, contact)
                        .botTurns(1, "ANSWER", topic)
                        .closes(60, ConversationOutcome.RESOLVED, BotOutcome.ASSUMED));
    }

    @Test
    void twoAgentsAreNoFirstContactAndAnUnresolvedOneIsNotAsked() {
        happened(
                story(START)
                        .assigns(1, ann, group)
                        .assigns(2, bob, group)
                        .closes(60, ConversationOutcome.RESOLVED, null),
                story(START).closes(60, ConversationOutcome.UNRESOLVED, null));

        assertThat(cell(FIRST_CONTACT_RESOLUTION, Statistic.COUNT).value()).isEqualTo(1.0);
        assertThat(total(FIRST_CONTACT_RESOLUTION)).containsExactly(0.0);
    }
}
