package io.wenda.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long after its acknowledgement a published version is what the bot answers with, at full load
 * of others.
 */
final class PublishToAnswer {
    private static final int BUSY_VISITORS = 200;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> QUESTIONS =
            List.of(
                    "How long does a refund take?",
                    "Where can I park near your shop?",
                    "How do I reset my password?",
                    "Which batteries does the torch need?",
                    "Do you deliver pianos to Norway?",
                    "How many people sleep in the big tent?");
    private static final String REVISE =
            """
            mutation($e: ID!, $a: String!) {
              reviseKnowledgeEntry(input: {entryId: $e, answer: $a}) { entry { id } userErrors { code message } }
            }
            """;
    private static final String ASK =
            "query($q: String!) { askBot(question: $q) { text source { version } } }";

    private final Company company;
    private final List<Entry> entries;

    private PublishToAnswer(Company company) {
        this.company = company;
        this.entries = QUESTIONS.stream().map(Entry::new).toList();
    }

    /** Waits in microseconds: for the acknowledgement, and from there to the answer. */
    private record Seen(Histogram acknowledged, Histogram answered) {
        @Override
        public String toString() {
            return "%d published, acknowledged after p50 %d p95 %d ms, answered then after p50 %d p95 %d max %d ms"
                    .formatted(
                            answered.getTotalCount(),
                            acknowledged.getValueAtPercentile(50) / 1000,
                            acknowledged.getValueAtPercentile(95) / 1000,
                            answered.getValueAtPercentile(50) / 1000,
                            answered.getValueAtPercentile(95) / 1000,
                            answered.getMaxValue() / 1000);
        }
    }

    static List<Figure> figures(Stage stage, Options options) {
        var product = stage.product();
        var busy = product.visitors(BUSY_VISITORS);
        var probe = new PublishToAnswer(Company.signUp(product.api()));
        var rounds =
                new Rounds(stage, options)
                        .alone(length -> MessageRate.beside(product, busy, length, probe::publish));
        return List.of(
                Rounds.middle(
                        "publish-to-answer-p95",
                        "s",
                        rounds,
                        it -> it.answered().getValueAtPercentile(95) / 1e6),
                Rounds.middle(
                        "publish-to-answer-acknowledged-p95",
                        "s",
                        rounds,
                        it -> it.acknowledged().getValueAtPercentile(95) / 1e6));
    }

    /** An editor for each entry. */
    private Seen publish(Duration length) {
        var seen = new Seen(new ConcurrentHistogram(3), new ConcurrentHistogram(3));
        var end = System.nanoTime() + length.toNanos();
        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    entries.stream()
                            .map(it -> editors.submit(() -> it.publish(end, seen)))
                            .toList();
            for (var each : all) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return seen;
    }

    /** What is published again and again. */
    private final class Entry {
        private final String question;
        private final String id;
        private int version = 1;

        Entry(String question) {
            this.question = question;
            this.id =
                    Knowledge.publish(
                            company,
                            Map.of("locale", "en", "question", question, "answer", answer()));
        }

        private String answer() {
            return "This is told by version %d.".formatted(version);
        }

        void publish(long end, Seen seen) {
            while (System.nanoTime() < end) {
                version++;
                company.ask(REVISE, Map.of("e", id, "a", answer()));
                Knowledge.move(company, id, version, "submit");
                Knowledge.move(company, id, version, "approve");
                var begin = System.nanoTime();
                Knowledge.move(company, id, version, "publish");
                var acknowledged = System.nanoTime();
                seen.acknowledged().recordValue((acknowledged - begin) / 1000);
                await();
                seen.answered().recordValue((System.nanoTime() - acknowledged) / 1000);
                ClosedLoop.pause(PAUSE);
            }
        }

        private void await() {
            var end = System.nanoTime() + PATIENCE.toNanos();
            var answer = company.ask(ASK, Map.of("q", question));
            while (answer.at("/source/version").asInt() != version) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "version %d is not answered: %s".formatted(version, answer));
                }
                ClosedLoop.pause(LOOK);
                answer = company.ask(ASK, Map.of("q", question));
            }
            if (!answer.path("text").asString().equals(answer())) {
                throw new IllegalStateException("half an entry: " + answer);
            }
        }
    }
}
