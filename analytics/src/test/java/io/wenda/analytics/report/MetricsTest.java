package io.wenda.analytics.report;

import static io.wenda.analytics.Metric.ABANDONMENT_RATE;
import static io.wenda.analytics.Metric.BOT_CONTAINMENT;
import static io.wenda.analytics.Metric.CONVERSATIONS;
import static io.wenda.analytics.Metric.CSAT;
import static io.wenda.analytics.Metric.EFFECTIVE_CONVERSATIONS;
import static io.wenda.analytics.Metric.FIRST_CONTACT_RESOLUTION;
import static io.wenda.analytics.Metric.FRT_AGENT;
import static io.wenda.analytics.Metric.FRT_CONTACT;
import static io.wenda.analytics.Metric.FRT_QUEUE;
import static io.wenda.analytics.Metric.HANDLE_TIME;
import static io.wenda.analytics.Metric.HANDOVER_RATE;
import static io.wenda.analytics.Metric.MESSAGES;
import static io.wenda.analytics.Metric.QUEUE_WAIT;
import static io.wenda.analytics.Metric.RATING_RESPONSE_RATE;
import static io.wenda.analytics.Metric.REPLY_TIME;
import static io.wenda.analytics.Metric.RESOLUTION_RATE;
import static io.wenda.analytics.Metric.RESOLUTION_TIME;
import static io.wenda.analytics.Metric.SLA_ATTAINMENT;
import static io.wenda.analytics.Metric.TRANSFER_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wenda.analytics.Dimension;
import io.wenda.analytics.Metric;
import io.wenda.analytics.Report;
import io.wenda.analytics.Story;
import io.wenda.conversation.BotOutcome;
import io.wenda.conversation.ConversationEvent.QueueCause;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.NewId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hand-made histories, and what each metric must say about them. */
class MetricsTest extends ReportTest {

    @Test
    void everyMetricOfOneConversation() {
        happened(
                story(START)
                        .botTurns(1, "ANSWER", NewId.next())
                        .botSays(1)
                        .contactSays(10)
                        .queues(10, group, QueueCause.HANDOVER)
                        .systemSays(11)
                        .assigns(14, ann, group)
                        .agentNotes(15, ann)
                        .agentSays(20, ann)
                        .contactSays(30)
                        .contactSays(35)
                        .agentNotes(36, ann)
                        .agentSays(42, ann)
                        .wrapsUp(50, ann)
                        .closes(65, ConversationOutcome.RESOLVED, BotOutcome.HANDED_OVER)
                        .rated(100, 5));

        assertThat(total(CONVERSATIONS, EFFECTIVE_CONVERSATIONS, MESSAGES))
                .containsExactly(1.0, 1.0, 7.0);
        assertThat(total(FRT_CONTACT, FRT_QUEUE, FRT_AGENT, REPLY_TIME))
                .containsExactly(20.0, 10.0, 6.0, 12.0);
        assertThat(total(RESOLUTION_TIME, HANDLE_TIME, RESOLUTION_RATE, FIRST_CONTACT_RESOLUTION))
                .containsExactly(65.0, 51.0, 1.0, 1.0);
        assertThat(total(CSAT, RATING_RESPONSE_RATE, BOT_CONTAINMENT, HANDOVER_RATE))
                .containsExactly(1.0, 1.0, 0.0, 1.0);
        assertThat(total(QUEUE_WAIT, ABANDONMENT_RATE, TRANSFER_RATE, SLA_ATTAINMENT))
                .containsExactly(4.0, 0.0, 0.0, null);
    }

    @Test
    void anOpenConversationHasNoEnd() {
        happened(story(START).queues(10, group, QueueCause.HANDOVER).assigns(14, ann, group));

        assertThat(total(CONVERSATIONS, HANDOVER_RATE, QUEUE_WAIT, TRANSFER_RATE))
                .containsExactly(1.0, 1.0, 4.0, 0.0);
        assertThat(
                        total(
                                FRT_CONTACT,
                                FRT_QUEUE,
                                FRT_AGENT,
                                REPLY_TIME,
                                RESOLUTION_TIME,
                                HANDLE_TIME,
                                RESOLUTION_RATE,
                                CSAT,
                                RATING_RESPONSE_RATE,
                                BOT_CONTAINMENT))
                .containsOnlyNulls();
        assertThat(total(EFFECTIVE_CONVERSATIONS)).containsExactly(0.0);
    }

    @Test
    void handleTimeIsPerAgentAndEachPartHasItsOwnDay() {
        double day = 86_400;
        happened(
                story(START)
                        .queues(0, group, QueueCause.HANDOVER)
                        .assigns(10, ann, group)
                        .agentSays(20, ann)
                        .transfers(40, bob, null)
                        .assigns(40, bob, group)
                        .agentSays(45, bob)
                        .transfers(50, ann, null)
                        .assigns(50, ann, group)
                        .transfers(55, bob, null)
                        .assigns(55, bob, group)
                        .wrapsUp(day, bob)
                        .closes(day + 5, ConversationOutcome.RESOLVED, BotOutcome.HANDED_OVER));

        var byDay = report(query(List.of(Dimension.DAY, Dimension.AGENT), HANDLE_TIME));

        assertThat(byDay.rows())
                .extracting(
                        row -> row.keys().get(0).value(),
                        row -> row.keys().get(1).id(),
                        row -> row.cells().getFirst().value())
                .containsExactly(
                        tuple("2026-03-01", ann.value(), 35.0),
                        tuple("2026-03-02", bob.value(), day - 55.0 + 5 + 10));
        assertThat(total(TRANSFER_RATE, HANDLE_TIME))
                .containsExactly(1.0, (35.0 + day - 55 + 15) / 2);
    }

    @Test
    void anAnswerBelongsToWhoGaveIt() {
        happened(
                story(START)
                        .queues(10, group, QueueCause.HANDOVER)
                        .assigns(12, ann, group)
                        .contactSays(20)
                        .transfers(30, bob, null)
                        .assigns(30, bob, group)
                        .agentSays(37, bob));

        assertThat(total(FRT_CONTACT, FRT_QUEUE, FRT_AGENT, REPLY_TIME))
                .containsExactly(37.0, 27.0, 7.0, 17.0);
        for (var metric : List.of(FRT_CONTACT, FRT_QUEUE, FRT_AGENT, REPLY_TIME)) {
            assertThat(report(query(List.of(Dimension.AGENT), metric)).rows())
                    .singleElement()
                    .extracting(row -> row.keys().getFirst().id())
                    .isEqualTo(bob.value());
        }
    }

    @Test
    void messagesBelongToTheirSendersAndThoseOfContactsToNoAgent() {
        happened(
                story(START)
                        .botSays(1)
                        .assigns(2, ann, group)
                        .agentSays(3, ann)
                        .contactSays(4)
                        .agentSays(5, bob));

        assertThat(rows(report(query(List.of(Dimension.AGENT), MESSAGES))))
                .containsExactlyInAnyOrder("null=3.0", ann.value() + "=1.0", bob.value() + "=1.0");
    }

    @Test
    void waitingEndsByAnAgentByLeavingOrInAnotherQueue() {
        var second = new SkillGroupId(NewId.next());
        happened(
                story(START)
                        .queues(0, group, QueueCause.HANDOVER)
                        .queues(30, second, QueueCause.TRANSFER)
                        .assigns(40, ann, second),
                story(START)
                        .queues(0, group, QueueCause.HANDOVER)
                        .closes(300, ConversationOutcome.ABANDONED, BotOutcome.HANDED_OVER),
                story(START).queues(0, group, QueueCause.HANDOVER));

        assertThat(total(QUEUE_WAIT, ABANDONMENT_RATE)).containsExactly(340.0 / 3, 1.0 / 3);
        var byGroup = report(query(List.of(Dimension.SKILL_GROUP), QUEUE_WAIT, ABANDONMENT_RATE));
        assertThat(byGroup.rows())
                .extracting(
                        row -> row.keys().getFirst().id(),
                        row -> row.cells().stream().map(Report.Cell::value).toList())
                .containsExactlyInAnyOrder(
                        tuple(group.value(), List.of(165.0, 0.5)),
                        tuple(second.value(), List.of(10.0, 0.0)));
    }

    @Test
    void spamIsNoOutcome() {
        happened(
                story(START)
                        .closes(60, ConversationOutcome.RESOLVED, BotOutcome.ASSUMED)
                        .confirms(70),
                story(START).closes(60, ConversationOutcome.UNRESOLVED, BotOutcome.HANDED_OVER),
                story(START).closes(60, ConversationOutcome.ABANDONED, BotOutcome.ABANDONED),
                story(START).closes(60, ConversationOutcome.SPAM, BotOutcome.ASSUMED));

        assertThat(total(RESOLUTION_RATE, BOT_CONTAINMENT)).containsExactly(1.0 / 3, 0.75);
        assertThat(rows(report(query(List.of(Dimension.BOT_OUTCOME), CONVERSATIONS))))
                .containsExactly(
                        "ABANDONED=1.0", "ASSUMED=1.0", "CONFIRMED=1.0", "HANDED_OVER=1.0");
    }

    @Test
    void aSurveyIsSentWhereTheBotOrAnAgentSaidSomething() {
        happened(
                story(START).closes(60, ConversationOutcome.ABANDONED, BotOutcome.ABANDONED),
                story(START)
                        .systemSays(1)
                        .agentNotes(2, ann)
                        .closes(60, ConversationOutcome.ABANDONED, BotOutcome.HANDED_OVER),
                story(START)
                        .agentSays(5, ann)
                        .closes(60, ConversationOutcome.UNRESOLVED, BotOutcome.HANDED_OVER),
                story(START)
                        .botSays(5)
                        .closes(60, ConversationOutcome.SPAM, BotOutcome.ASSUMED)
                        .rated(61, 1));

        assertThat(total(RATING_RESPONSE_RATE)).containsExactly(0.5);
    }

    @Test
    void whereTheBotTookNoPartItNeitherHandsOverNorContains() {
        happened(
                new Story(tenant, START)
                        .starts(channel, NewId.next(), false)
                        .queues(0, group, QueueCause.HANDOVER)
                        .assigns(1, ann, group)
                        .closes(60, ConversationOutcome.RESOLVED, null));

        assertThat(total(CONVERSATIONS, HANDOVER_RATE, BOT_CONTAINMENT))
                .containsExactly(1.0, null, null);
    }

    @Test
    void aConversationCountsOnTheDayOfItsCohort() {
        double tomorrow = 86_400;
        var topic = NewId.next();
        happened(
                story(START)
                        .botTurns(1, "ANSWER", topic)
                        .botSays(1)
                        .closes(tomorrow, ConversationOutcome.RESOLVED, BotOutcome.ASSUMED)
                        .rated(2 * tomorrow, 4));

        assertThat(day(CONVERSATIONS, BOT_CONTAINMENT, HANDOVER_RATE)).containsOnly("2026-03-01");
        assertThat(day(EFFECTIVE_CONVERSATIONS, FIRST_CONTACT_RESOLUTION))
                .containsOnly("2026-03-01");
        assertThat(day(RESOLUTION_TIME, RESOLUTION_RATE, RATING_RESPONSE_RATE))
                .containsOnly("2026-03-02");
        assertThat(day(CSAT)).containsOnly("2026-03-03");
        assertThat(report(query(List.of(Dimension.TOPIC), CONVERSATIONS)).rows())
                .singleElement()
                .extracting(row -> row.keys().getFirst().id())
                .isEqualTo(topic);
    }

    List<String> day(Metric... metrics) {
        return List.of(metrics).stream()
                .map(metric -> report(query(List.of(Dimension.DAY), metric)))
                .map(report -> report.rows().getFirst().keys().getFirst().value())
                .toList();
    }
}
