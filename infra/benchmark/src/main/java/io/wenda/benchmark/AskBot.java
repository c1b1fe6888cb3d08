package io.wenda.benchmark;

import io.wenda.benchmark.QuestionSet.Entry;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The product's bot with its thresholds, in a company that knows the entries. */
record AskBot(Company company) implements AnswerWay {
    private static final String ASK =
            "query($q: String!) { askBot(question: $q) { decision candidates { question } } }";

    static AskBot publish(Api api, String locale, List<Entry> entries) {
        var company = Company.signUp(api);
        for (var entry : entries) {
            Knowledge.publish(
                    company,
                    Map.of(
                            "locale",
                            locale,
                            "question",
                            entry.question(),
                            "similarQuestions",
                            entry.texts().subList(1, entry.texts().size()),
                            "answer",
                            "-"));
        }
        Knowledge.await(company, entries.getLast().question());
        return new AskBot(company);
    }

    /** What it answers scores 1. */
    @Override
    public List<Ranked> rank(String question) {
        var said = company.ask(ASK, Map.of("q", question));
        var score = said.path("decision").asString().equals("ANSWER") ? 1 : 0;
        return StreamSupport.stream(said.path("candidates").spliterator(), false)
                .map(it -> new Ranked(it.path("question").asString(), score))
                .toList();
    }
}
