package io.wenda.benchmark;

import io.wenda.testing.HelpPages;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How much of what an exact search finds lies in the cells that are searched, at the smallest
 * company that has cells: they are the fewest there, so least is found.
 */
final class AskRecall {
    private static final int ENTRIES = 20_000;
    private static final int QUESTIONS = 200;
    private static final long SEED = 20261129;

    private AskRecall() {}

    static List<Figure> figures(Stage stage, Options options) {
        var api = stage.product().api();
        var store = new KnowledgeStore(stage.product());
        var asker = stage.product().tenantOf(Company.signUp(api));
        var random = new Random(SEED);
        store.publish(
                asker, Stream.generate(() -> HelpPages.question(random)).limit(QUESTIONS).toList());
        var company = stage.product().tenantOf(Company.signUp(api));
        store.publish(company, HelpPages.entries(0, ENTRIES));
        store.awaitIndexed();
        return List.of(Figure.alone("ask-recall-10", store.recall(company, asker), "of exact"));
    }
}
