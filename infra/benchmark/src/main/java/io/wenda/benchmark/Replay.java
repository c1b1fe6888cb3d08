package io.wenda.benchmark;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * How long the replay of a draft over 10,000 questions takes at a company with 1,000 entries: the
 * first, whose questions were never read before, and the next ones; and what a customer's question
 * waits beside the first.
 */
final class Replay {
    private static final int QUESTIONS = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final int EDITORS = 4;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final List<String> ACTS =
            List.of(
                    "return", "repair", "insure", "rent", "clean", "order", "sell", "paint",
                    "replace", "ship");
    private static final List<String> THINGS =
            List.of(
                    "kettle", "bicycle", "lamp", "sofa", "camera", "piano", "tent", "printer",
                    "jacket", "fridge");
    private static final List<String> PLACES =
            List.of(
                    "in Berlin",
                    "at the airport",
                    "on a Sunday",
                    "for my school",
                    "as a gift",
                    "without a receipt",
                    "by post",
                    "in winter",
                    "with a coupon",
                    "from abroad");
    private static final List<String> ASKINGS =
            List.of(
                    "I want to %s a %s %s",
                    "can I %s the %s %s",
                    "please tell me how to %s my %s %s",
                    "is there a way to %s one %s %s",
                    "%s %s %s?",
                    "what does it cost to %s a %s %s",
                    "who helps me to %s the %s %s",
                    "where do I %s that %s %s",
                    "need to %s our %s %s",
                    "how long does it take to %s a %s %s");
    private static final String CREATE =
            """
            mutation($i: CreateKnowledgeEntryInput!) {
              createKnowledgeEntry(input: $i) { entry { id } userErrors { code message } }
            }
            """;
    private static final String SET =
            """
            mutation { createQuestionSet(input: {name: "All"}) { set { id } userErrors { code message } } }
            """;
    private static final String ADD =
            """
            mutation($i: AddSetQuestionsInput!) {
              addSetQuestions(input: $i) { set { size } userErrors { code message } }
            }
            """;
    private static final String START =
            """
            mutation($e: ID!) {
              startReplay(input: {changes: [{entryId: $e, version: 1}]}) { trial { id } userErrors { code message } }
            }
            """;
    private static final String LOOK_AT =
            "query($t: ID!) { knowledgeTrial(id: $t) { state done worse lost } }";
    private static final String ASK = "query($q: String!) { askBot(question: $q) { decision } }";

    private final Company company;
    private final String draft;

    private Replay(Company company, String draft) {
        this.company = company;
        this.draft = draft;
    }

    static List<Figure> figures(Stage stage, Options options) {
        var company = Company.signUp(stage.product().api());
        publish(company);
        ask(company);
        var replay = new Replay(company, create(company, "How do I borrow a drill?"));
        var alone = new Rounds(stage, options).alone(length -> replay.asking(stage, length));
        var first = replay.beside(stage);
        var again =
                IntStream.range(0, options.rounds()).mapToObj(_ -> replay.beside(stage)).toList();
        var waits = alone.stream().sorted(Comparator.comparingDouble(it -> it.millis(95))).toList();
        var usual = waits.get(waits.size() / 2);
        var seconds = again.stream().map(Load::seconds).sorted().toList();
        return List.of(
                Figure.alone("replay-10000", first.seconds(), "s"),
                new Figure(
                        "replay-10000-again",
                        seconds.get(seconds.size() / 2),
                        "s",
                        first.seconds()),
                new Figure("replay-10000-ask-p50", first.millis(50), "ms", usual.millis(50)),
                new Figure("replay-10000-ask-p95", first.millis(95), "ms", usual.millis(95)));
    }

    /** A customer's question after the other, for as long as the replay takes. */
    private Load beside(Stage stage) {
        stage.settle();
        var trial = company.ask(START, Map.of("e", draft)).at("/trial/id").asString();
        var load = asking(stage, () -> isDone(trial));
        Rounds.tell("replay", load);
        return load;
    }

    private boolean isDone(String trial) {
        var state = company.ask(LOOK_AT, Map.of("t", trial)).path("state").asString();
        if (state.equals("FAILED")) {
            throw new IllegalStateException("the replay failed");
        }
        return state.equals("DONE");
    }

    private Load asking(Stage stage, Duration length) {
        var end = System.nanoTime() + length.toNanos();
        return asking(stage, () -> System.nanoTime() > end);
    }

    private Load asking(Stage stage, Supplier<Boolean> over) {
        var waits = new Histogram(3);
        var cpu = stage.product().application().cpuSeconds();
        var started = System.nanoTime();
        var asked = 0;
        while (!over.get()) {
            var begin = System.nanoTime();
            company.ask(ASK, Map.of("q", question(asked * 37 % QUESTIONS)));
            waits.recordValue((System.nanoTime() - begin) / 1_000);
            asked++;
            ClosedLoop.pause(LOOK);
        }
        return new Load(
                asked,
                0,
                (System.nanoTime() - started) / 1e9,
                stage.product().application().cpuSeconds() - cpu,
                waits);
    }

    private static void publish(Company company) {
        try (var editors = Executors.newFixedThreadPool(EDITORS)) {
            var published =
                    IntStream.range(0, ACTS.size() * THINGS.size() * PLACES.size())
                            .mapToObj(i -> editors.submit(() -> publish(company, i)))
                            .toList();
            for (Future<?> each : published) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void publish(Company company, int i) {
        var entry = create(company, filled("How do I %s my %s %s?", i));
        List.of("submit", "approve", "publish")
                .forEach(it -> Knowledge.move(company, entry, 1, it));
    }

    private static String create(Company company, String question) {
        var input = Map.of("locale", "en", "question", question, "answer", "Come to our shop.");
        return company.ask(CREATE, Map.of("i", input)).at("/entry/id").asString();
    }

    private static void ask(Company company) {
        var set = company.ask(SET, Map.of()).at("/set/id").asString();
        for (var from = 0; from < QUESTIONS; from += AT_ONCE) {
            var some =
                    IntStream.range(from, from + AT_ONCE)
                            .mapToObj(i -> Map.of("question", question(i), "locale", "en"))
                            .toList();
            company.ask(ADD, Map.of("i", Map.of("setId", set, "questions", some)));
        }
    }

    /** Ten askings of each entry. */
    private static String question(int i) {
        return filled(ASKINGS.get(i / 1_000), i % 1_000);
    }

    private static String filled(String asking, int i) {
        return asking.formatted(ACTS.get(i / 100), THINGS.get(i / 10 % 10), PLACES.get(i % 10));
    }
}
