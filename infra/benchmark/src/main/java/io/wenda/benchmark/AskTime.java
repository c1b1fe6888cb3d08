package io.wenda.benchmark;

import io.wenda.testing.HelpPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long {@code askBot} takes in a company with ever more entries, beside many small companies on
 * the same shards; and how much of what an exact search finds is found in cells.
 */
final class AskTime {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int NEIGHBOURS = 200;
    private static final int ENTRIES_OF_A_NEIGHBOUR = 50;
    private static final int QUESTIONS = 200;
    private static final long SEED = 20261129;
    private static final String ASK =
            "query($q: String!) { askBot(question: $q) { decision confidence candidates { question } } }";

    private final Stage stage;
    private final Options options;
    private final Company company;
    private final Company asker;
    private final KnowledgeStore store;
    private final Random random = new Random(SEED);
    private final List<String> questions = new ArrayList<>();
    private int asked;

    private AskTime(Stage stage, Options options) {
        this.stage = stage;
        this.options = options;
        var api = stage.product().api();
        this.company = Company.signUp(api);
        this.asker = Company.signUp(api);
        this.store = new KnowledgeStore(stage.product());
    }

    static List<Figure> figures(Stage stage, Options options) {
        return new AskTime(stage, options).figures();
    }

    private List<Figure> figures() {
        var large = stage.product().tenantOf(company);
        var other = stage.product().tenantOf(asker);
        IntStream.range(0, QUESTIONS).forEach(_ -> questions.add(HelpPages.question(random)));
        store.publish(other, questions);
        IntStream.range(0, NEIGHBOURS)
                .forEach(it ->
                        store.publish(
                                stage.product().tenantOf(Company.signUp(stage.product().api())),
                                HelpPages.entries(
                                        it * ENTRIES_OF_A_NEIGHBOUR, ENTRIES_OF_A_NEIGHBOUR)));
        var figures = new ArrayList<Figure>();
        var there = 0;
        for (var size : SIZES) {
            store.publish(large, HelpPages.entries(there, size - there));
            there = size;
            store.awaitIndexed();
            stage.settle();
            figures.addAll(waits(size));
        }
        figures.add(Figure.alone("ask-100000-recall-10", store.recall(large, other), "of exact"));
        return figures;
    }

    private List<Figure> waits(int size) {
        var rounds = new Rounds(stage, options).alone(this::ask);
        var name = "ask-" + size;
        return Stream.of(50, 95)
                .map(it -> Rounds.middle(name + "-p" + it, "ms", rounds, load -> load.millis(it)))
                .toList();
    }

    private Load ask(Duration length) {
        var application = stage.product().application();
        return ClosedLoop.run(application::cpuSeconds, List.of(() -> this::askNext), length);
    }

    private void askNext() {
        var answer = company.ask(ASK, Map.of("q", questions.get(asked++ % questions.size())));
        if (answer.path("candidates").isEmpty()) {
            throw new IllegalStateException("nothing is found, so nothing is measured: " + answer);
        }
    }
}
