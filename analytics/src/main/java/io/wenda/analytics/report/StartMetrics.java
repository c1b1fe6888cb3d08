package io.wenda.analytics.report;

import static io.wenda.analytics.report.MetricDictionary.definition;

import io.wenda.analytics.Metric;
import io.wenda.analytics.MetricDefinition.Words;
import io.wenda.analytics.Unit;
import io.wenda.analytics.report.Definition.Population;
import java.util.List;

/** Metrics over conversations, counted on the day they started. */
final class StartMetrics {
    private StartMetrics() {}

    private static final Words COHORT = new Words("by the start of the conversation", "按会话开始时间");

    static List<Definition> all(long firstContactSeconds) {
        return List.of(
                conversations(),
                effective(),
                firstContactResolution(firstContactSeconds),
                containment(),
                handoverRate(),
                transferRate());
    }

    private static Definition conversations() {
        return definition(
                Metric.CONVERSATIONS,
                new Words("Conversations", "会话量"),
                new Words("Conversations started.", "开始的会话数。"),
                new Population(Unit.COUNT, COHORT, items("1", "true")));
    }

    private static Definition effective() {
        return definition(
                Metric.EFFECTIVE_CONVERSATIONS,
                new Words("Effective conversations", "有效会话量"),
                new Words(
                        "Conversations started with at least one contact message and one agent message after the handover.",
                        "至少有一条客户消息，且转人工后至少有一条客服消息的会话数。"),
                new Population(Unit.COUNT, COHORT, items("effective", "true")));
    }

    private static Definition firstContactResolution(long seconds) {
        return definition(
                Metric.FIRST_CONTACT_RESOLUTION,
                new Words("First contact resolution", "首次解决率"),
                new Words(
                        "Of the RESOLVED conversations whose window after the close has passed: those with at most one agent and no new conversation of the same contact on the same topic within the window.",
                        "已解决且观察期已过的会话中，最多由一名客服处理、且同一客户在观察期内未就同一主题再次咨询的占比。"),
                new Population(
                        Unit.RATE,
                        COHORT,
                        """
                        select started_at as at, %s,
                          agents <= 1 and not arrayExists(
                            s -> s > closed_at and s <= closed_at + toIntervalSecond(%d), again.starts) as value
                        from facts
                        left join (
                          select contact_key, topic_id, groupArray(started_at) as starts
                          from facts group by contact_key, topic_id) as again
                        using (contact_key, topic_id)
                        where outcome = 'RESOLVED' and closed_at + toIntervalSecond(%d) <= {now}
                        """
                                .formatted(MetricDictionary.KEYS, seconds, seconds)));
    }

    private static Definition containment() {
        return definition(
                Metric.BOT_CONTAINMENT,
                new Words("Bot containment", "机器人独立接待率"),
                new Words(
                        "Of the closed conversations in which the bot took part: those not handed over.",
                        "机器人参与且已关闭的会话中，未转人工的占比。"),
                new Population(
                        Unit.RATE,
                        COHORT,
                        items("bot_outcome != 'HANDED_OVER'", "bot_outcome != ''")));
    }

    private static Definition handoverRate() {
        return definition(
                Metric.HANDOVER_RATE,
                new Words("Handover rate", "转人工率"),
                new Words(
                        "Of the conversations in which the bot took part, open ones included: those handed over to people.",
                        "机器人参与的会话（含进行中）中，转人工的占比。"),
                new Population(Unit.RATE, COHORT, items("handed_over", "bot")));
    }

    private static Definition transferRate() {
        return definition(
                Metric.TRANSFER_RATE,
                new Words("Transfer rate", "转接率"),
                new Words(
                        "Of the conversations that had an agent: those transferred between agents or groups.",
                        "有客服接待的会话中，发生过客服间或技能组间转接的占比。"),
                new Population(Unit.RATE, COHORT, items("transferred", "agents > 0")));
    }

    private static String items(String value, String population) {
        return """
        select started_at as at, %s, %s as value from facts where %s
        """
                .formatted(MetricDictionary.KEYS, value, population);
    }
}
