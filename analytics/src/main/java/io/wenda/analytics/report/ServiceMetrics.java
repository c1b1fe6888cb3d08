package io.wenda.analytics.report;

import static io.wenda.analytics.report.MetricDictionary.CONVERSATION_KEYS;
import static io.wenda.analytics.report.MetricDictionary.definition;
import static io.wenda.analytics.report.MetricDictionary.seconds;

import io.wenda.analytics.Metric;
import io.wenda.analytics.MetricDefinition.Words;
import io.wenda.analytics.Unit;
import io.wenda.analytics.report.Definition.Population;
import java.util.List;

/** Metrics over what happens within conversations: messages, answers, queueing, handling. */
final class ServiceMetrics {
    private ServiceMetrics() {}

    private static final Words BY_ANSWER =
            new Words("by the agent message that ends it", "按客服回复时间");
    private static final Words BY_WAIT_END = new Words("by the end of the waiting", "按排队结束时间");

    static List<Definition> all() {
        return List.of(
                messages(),
                firstResponse(
                        Metric.FRT_CONTACT,
                        new Words("First response time (contact)", "首次响应时间（客户）"),
                        new Words(
                                "From the first contact message to the first agent message.",
                                "从客户第一条消息到客服第一条消息的时间。"),
                        "first_contact_at"),
                firstResponse(
                        Metric.FRT_QUEUE,
                        new Words("First response time (queue)", "首次响应时间（排队）"),
                        new Words(
                                "From the first queueing to the first agent message.",
                                "从首次进入排队到客服第一条消息的时间。"),
                        "queued_at"),
                firstResponse(
                        Metric.FRT_AGENT,
                        new Words("First response time (agent)", "首次响应时间（客服）"),
                        new Words(
                                "From the assignment to the first agent message.",
                                "从分配客服到客服第一条消息的时间。"),
                        "assigned_at"),
                replyTime(),
                handleTime(),
                queueWait(),
                abandonment());
    }

    private static Definition messages() {
        return definition(
                Metric.MESSAGES,
                new Words("Messages", "消息量"),
                new Words(
                        "Messages of contacts, bot and agents; internal notes and system messages left out.",
                        "客户、机器人和客服的消息数，不含内部备注和系统消息。"),
                new Population(
                        Unit.COUNT,
                        new Words("by the message", "按消息时间"),
                        """
                        select m.at as at, %s, m.group as skill_group, m.agent as agent, 1 as value
                        from facts array join messages as m
                        """
                                .formatted(CONVERSATION_KEYS)));
    }

    /** Bot messages and notes never stop it; without an agent message there is none. */
    private static Definition firstResponse(Metric metric, Words name, Words words, String from) {
        return definition(
                metric,
                name,
                words,
                new Population(
                        Unit.SECONDS,
                        BY_ANSWER,
                        """
                        select answered_at as at, %s, answered_in as skill_group, answered_by as agent,
                          %s as value
                        from facts where %s
                        """
                                .formatted(
                                        CONVERSATION_KEYS,
                                        seconds(from, "answered_at"),
                                        MetricDictionary.known(from))));
    }

    private static Definition replyTime() {
        return definition(
                Metric.REPLY_TIME,
                new Words("Reply time", "回复时间"),
                new Words(
                        "From the first message of each contact turn while ACTIVE to the first agent message after it.",
                        "人工服务中，客户每轮发言的第一条消息到客服下一条消息的时间。"),
                new Population(
                        Unit.SECONDS,
                        BY_ANSWER,
                        """
                        select r.at as at, %s, r.group as skill_group, r.agent as agent, %s as value
                        from facts array join replies as r
                        """
                                .formatted(CONVERSATION_KEYS, seconds("r.asked_at", "r.at"))));
    }

    private static Definition handleTime() {
        return definition(
                Metric.HANDLE_TIME,
                new Words("Handle time", "处理时长"),
                new Words(
                        "Per conversation and agent: the time it was ACTIVE with her, plus WRAP_UP.",
                        "每个会话中每名客服的服务时间（含话后处理）。"),
                new Population(
                        Unit.SECONDS,
                        new Words("by the end of the agent's part", "按客服处理结束时间"),
                        """
                        select max(s.until) as at, any(channel_id) as channel, any(bot_outcome) as bot_result,
                          any(topic_id) as topic, argMax(s.group, s.until) as skill_group,
                          s.agent as agent, sum(%s) as value
                        from facts array join stints as s
                        where s.stage in ('ACTIVE', 'WRAP_UP')
                        group by conversation_id, s.agent
                        having countIf(not %s) = 0
                        """
                                .formatted(
                                        seconds("s.since", "s.until"),
                                        MetricDictionary.known("s.until"))));
    }

    private static Definition queueWait() {
        return definition(
                Metric.QUEUE_WAIT,
                new Words("Queue wait", "排队时间"),
                new Words(
                        "Each stay in a queue, from its begin to its end, whichever end it was.",
                        "每次排队从开始到结束的时间，无论以何种方式结束。"),
                new Population(Unit.SECONDS, BY_WAIT_END, waits(seconds("s.since", "s.until"))));
    }

    private static Definition abandonment() {
        return definition(
                Metric.ABANDONMENT_RATE,
                new Words("Abandonment rate", "排队放弃率"),
                new Words(
                        "Of the stays in a queue that ended: those that the contact left.",
                        "已结束的排队中，客户放弃的占比。"),
                new Population(
                        Unit.RATE,
                        BY_WAIT_END,
                        waits("s.next = 'CLOSED' and s.next_outcome = 'ABANDONED'")));
    }

    private static String waits(String value) {
        return """
        select s.until as at, %s, s.group as skill_group,
          if(s.next = 'ACTIVE', s.next_agent, toUUID('00000000-0000-0000-0000-000000000000')) as agent,
          %s as value
        from facts array join stints as s
        where s.stage = 'QUEUED' and %s
        """
                .formatted(CONVERSATION_KEYS, value, MetricDictionary.known("s.until"));
    }
}
