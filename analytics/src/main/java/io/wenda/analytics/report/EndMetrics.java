package io.wenda.analytics.report;

import static io.wenda.analytics.report.MetricDictionary.KEYS;
import static io.wenda.analytics.report.MetricDictionary.definition;
import static io.wenda.analytics.report.MetricDictionary.known;
import static io.wenda.analytics.report.MetricDictionary.seconds;

import io.wenda.analytics.Metric;
import io.wenda.analytics.MetricDefinition.Words;
import io.wenda.analytics.Unit;
import io.wenda.analytics.report.Definition.Population;
import java.util.List;

/** Metrics over how conversations end: closes, outcomes, ratings. */
final class EndMetrics {
    private EndMetrics() {}

    private static final Words BY_CLOSE = new Words("by the close", "按会话关闭时间");
    private static final Words BY_RATING = new Words("by the rating", "按评价时间");

    static List<Definition> all() {
        return List.of(
                resolutionTime(), resolutionRate(), csat(), ratingResponse(), slaAttainment());
    }

    private static Definition resolutionTime() {
        return definition(
                Metric.RESOLUTION_TIME,
                new Words("Resolution time", "会话时长"),
                new Words("From the start to the close of a conversation.", "会话从开始到关闭的时间。"),
                new Population(
                        Unit.SECONDS,
                        BY_CLOSE,
                        items(
                                "closed_at",
                                seconds("started_at", "closed_at"),
                                known("started_at"))));
    }

    private static Definition resolutionRate() {
        return definition(
                Metric.RESOLUTION_RATE,
                new Words("Resolution rate", "解决率"),
                new Words(
                        "Of the conversations closed with an outcome, SPAM left out: those RESOLVED.",
                        "已关闭且有结果（不含垃圾会话）的会话中，已解决的占比。"),
                new Population(
                        Unit.RATE,
                        BY_CLOSE,
                        items("closed_at", "outcome = 'RESOLVED'", "outcome not in ('', 'SPAM')")));
    }

    private static Definition csat() {
        return definition(
                Metric.CSAT,
                new Words("Customer satisfaction", "满意度"),
                new Words(
                        "Of the ratings (1 to 5): those of 4 and 5.", "评价（1 至 5 分）中 4 分和 5 分的占比。"),
                new Population(Unit.RATE, BY_RATING, items("rated_at", "score >= 4", "score > 0")));
    }

    private static Definition ratingResponse() {
        return definition(
                Metric.RATING_RESPONSE_RATE,
                new Words("Rating response rate", "评价参与率"),
                new Words(
                        "Of the closed conversations whose contact was asked to rate: those rated.",
                        "发出评价邀请的会话中，客户已评价的占比。"),
                new Population(
                        Unit.RATE, BY_CLOSE, items("closed_at", "score > 0", "survey_sent")));
    }

    private static Definition slaAttainment() {
        return definition(
                Metric.SLA_ATTAINMENT,
                new Words("SLA attainment", "SLA 达成率"),
                new Words("Of the service level clocks due: those met.", "到期的 SLA 时钟中按时达成的占比。"),
                new Population(
                        Unit.RATE,
                        new Words("by the due time of the clock", "按 SLA 到期时间"),
                        // no event of a clock exists yet: nothing was due
                        items("closed_at", "false", "false")));
    }

    private static String items(String at, String value, String population) {
        return "select %s as at, %s, %s as value from facts where %s"
                .formatted(at, KEYS, value, population);
    }
}
