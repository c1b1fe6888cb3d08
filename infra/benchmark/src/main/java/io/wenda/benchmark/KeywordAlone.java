package io.wenda.benchmark;

import io.wenda.benchmark.QuestionSet.Entry;
import io.wenda.testing.KeywordSearch;
import java.util.List;

/** OpenSearch's keyword search, and nothing else. */
final class KeywordAlone implements AnswerWay {
    private final KeywordSearch keywords;

    KeywordAlone(String url, String analyzer, List<Entry> entries) {
        keywords = new KeywordSearch(url, analyzer, entries.stream().map(Entry::texts).toList());
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
