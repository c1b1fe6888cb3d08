package io.wenda.benchmark;

import io.wenda.benchmark.QuestionSet.Entry;
import io.wenda.testing.KeywordSearch;
import java.util.List;
import java.util.stream.Collectors;

/** OpenSearch's keyword search, and nothing else. */
final class KeywordAlone implements AnswerWay {
    private final KeywordSearch keywords;

    KeywordAlone(String url, String analyzer, List<Entry> entries) {
        keywords =
                new KeywordSearch(
                        url,
                        analyzer,
                        entries.stream().collect(Collectors.toMap(Entry::question, Entry::texts)));
    }

    @Override
    public List<Ranked> rank(String question) {
        return keywords.search(question).stream()
                .map(hit -> new Ranked(hit.entry(), hit.score()))
                .filter(new Once())
                .toList();
    }

    @Override
    public void close() {
        keywords.close();
    }
}
