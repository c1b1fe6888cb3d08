package io.wenda.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Main class: one JSON line a figure on the standard output, all else on the other. */
public final class Benchmark {
    private static final Map<String, Measurement> MEASUREMENTS = new LinkedHashMap<>();

    static {
        MEASUREMENTS.put("idle-memory", IdleMemory::figures); // before all others
        MEASUREMENTS.put("start", StartTime::figures);
        MEASUREMENTS.put("messages-200", new MessageRate(200));
        MEASUREMENTS.put("messages-50", new MessageRate(50));
        MEASUREMENTS.put("company-read", CompanyRead::figures);
        MEASUREMENTS.put("latency", Latency::figures);
        MEASUREMENTS.put("ingest", MessageRate::againstJdbc);
        MEASUREMENTS.put("noisy-tenant", Latency::besideNoise);
        MEASUREMENTS.put("bot", BotRate::figures);
        MEASUREMENTS.put("ask", AskTime::figures);
        MEASUREMENTS.put("ask-recall", AskRecall::figures);
        MEASUREMENTS.put("answer-quality-zh", new AnswerQuality("zh", "cjk"));
        MEASUREMENTS.put("answer-quality-en", new AnswerQuality("en", "english"));
        MEASUREMENTS.put("import-10000", ImportRate::figures);
        MEASUREMENTS.put("event-to-report", EventToReport::figures);
        MEASUREMENTS.put("publish-to-answer", PublishToAnswer::figures);
        MEASUREMENTS.put("report", ReportTime::figures);
        MEASUREMENTS.put("replay-10000", Replay::figures);
        MEASUREMENTS.put("idle-subscriptions", IdleSubscriptions::figures);
    }

    private Benchmark() {}

    /** Measures what is named, or all; exit code 1 where something could not be measured. */
    public static void main(String[] arguments) throws Exception {
        var options = options(arguments);
        var figures = System.out;
        System.setOut(System.err); // libraries log there
        var failed = 0;
        try (var stage = Stage.set()) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close)); // on Ctrl-C too
            for (var name : options.names()) {
                System.err.println(name);
                try {
                    Objects.requireNonNull(MEASUREMENTS.get(name))
                            .figures(stage, options)
                            .forEach(figure -> figures.println(figure.json()));
                } catch (Exception e) {
                    failed++;
                    System.err.println(
                            name + " could not be measured, see infra/benchmark/target/run: " + e);
                }
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private static Options options(String[] arguments) {
        try {
            var options = Options.parse(List.of(arguments));
            return options.named(MEASUREMENTS.keySet());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        }
    }
}
