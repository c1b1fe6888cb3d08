package io.wenda.knowledge.index;

import static java.util.stream.Collectors.joining;

import io.wenda.knowledge.cell.Cells;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.BuiltinScriptLanguage;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch._types.Script;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch._types.query_dsl.ChildScoreMode;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.CountRequest;
import org.opensearch.client.opensearch.core.MgetRequest;
import org.opensearch.client.opensearch.core.MsearchRequest;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.mget.MultiGetOperation;
import org.opensearch.client.opensearch.core.msearch.RequestItem;

/**
 * Builds every request about documents, and nobody else does: each carries the company as routing,
 * and each search as a filter too, because companies share shards.
 */
final class DocumentRequests {

    /**
     * Weight of the words against the vector: more of it costs paraphrases, less of it loses rare
     * words.
     */
    private static final double LEXICAL_WEIGHT = 0.1;

    /**
     * BM25 at which the words count half; its scale depends on other companies, so it is only ever
     * used saturated.
     */
    private static final double LEXICAL_HALF = 8;

    private static final double CODE_BONUS = 0.15;

    /**
     * Lifts a match of a code above any sum of word scores, so that the script can tell them apart.
     */
    private static final float CODE_MARK = 1_000;

    /**
     * Components at once, which each model's number of them is a multiple of: the engine counts a
     * script's rounds.
     */
    private static final int STEP = 16;

    private static final String SCORE =
            """
            double words = _score - 1;
            double bonus = 0;
            if (words >= params.mark) { bonus = params.bonus; words = words %% params.mark; }
            def stored = doc['texts.vector'].value;
            byte[] a = stored.bytes; int o = stored.offset;
            char[] q = ((String) params.q).toCharArray(); int n = q.length; int product = 0;
            for (int i = 0; i < n; i += %d) { product += %s; }
            double cosine = product / params.unit;
            return Math.max(0.0, (1 - params.weight) * cosine + params.weight * words / (words + params.half) + bonus);
            """
                    .formatted(STEP, components());

    private DocumentRequests() {}

    private static String components() {
        return IntStream.range(0, STEP)
                .mapToObj("a[o + i + %1$d] * (q[i + %1$d] - 128)"::formatted)
                .collect(joining(" + "));
    }

    /** The copies of a document stand one after the other. */
    static BulkRequest put(List<VersionDocument> documents, Place place, Refresh refresh) {
        return BulkRequest.of(bulk ->
                bulk.requireAlias(true)
                        .refresh(refresh)
                        .operations(
                                documents.stream()
                                        .flatMap(document ->
                                                place.aliases().stream()
                                                        .map(alias -> put(document, alias)))
                                        .toList()));
    }

    private static BulkOperation put(VersionDocument document, String alias) {
        var version = document.written();
        return BulkOperation.of(operation ->
                operation.index(index ->
                        index.index(alias)
                                .id(version.key().documentId())
                                .routing(version.key().routing())
                                .versionType(VersionType.ExternalGte)
                                .version(version.revision())
                                .document(document)));
    }

    /** The documents as they are now, whether or not they can be found yet. */
    static MgetRequest get(List<VersionKey> keys, Place place) {
        return MgetRequest.of(many ->
                many.index(place.aliases().getFirst())
                        .docs(
                                keys.stream()
                                        .map(key ->
                                                MultiGetOperation.of(one ->
                                                        one.id(key.documentId())
                                                                .routing(key.routing())))
                                        .toList()));
    }

    /** How many documents the company has. */
    static CountRequest count(TenantId tenant, Place place) {
        return CountRequest.of(count ->
                count.index(place.aliases().getFirst())
                        .routing(tenant.value().toString())
                        .query(tenant(tenant)));
    }

    /**
     * @param cells of the company, where it has so many texts that only the near ones are compared
     */
    static SearchRequest search(
            TenantId tenant, NormalText question, Vector vector, Optional<Cells> cells, int size) {
        var near =
                Query.of(query ->
                        query.nested(nested ->
                                nested.path("texts")
                                        .scoreMode(ChildScoreMode.Max)
                                        .query(text ->
                                                text.scriptScore(scored ->
                                                        scored.query(
                                                                        words(
                                                                                question,
                                                                                near(
                                                                                        cells,
                                                                                        vector)))
                                                                .script(script(vector))))));
        return SearchRequest.of(request ->
                request.index(Indices.LIVE)
                        .routing(tenant.value().toString())
                        .size(size)
                        .source(source ->
                                source.filter(fields -> fields.includes("entry", "version")))
                        .query(query ->
                                query.bool(both -> both.filter(tenant(tenant)).must(near))));
    }

    /** Searches that are made one after the other, in one request. */
    static MsearchRequest together(List<SearchRequest> searches) {
        return MsearchRequest.of(request ->
                request.maxConcurrentSearches(1L)
                        .searches(searches.stream().map(DocumentRequests::item).toList()));
    }

    private static RequestItem item(SearchRequest search) {
        return RequestItem.of(item ->
                item.header(header -> header.index(search.index()).routing(search.routing()))
                        .body(body ->
                                body.query(search.query())
                                        .size(search.size())
                                        .source(search.source())));
    }

    /** Whatever was written later than the revision stays. */
    static BulkRequest remove(List<VersionKey> documents, long revision) {
        return BulkRequest.of(bulk ->
                bulk.index(Indices.LIVE)
                        .operations(
                                documents.stream()
                                        .map(key ->
                                                BulkOperation.of(operation ->
                                                        operation.delete(document ->
                                                                document.id(key.documentId())
                                                                        .routing(key.routing())
                                                                        .versionType(
                                                                                VersionType
                                                                                        .ExternalGte)
                                                                        .version(revision))))
                                        .toList()));
    }

    private static Query tenant(TenantId tenant) {
        return Query.of(query ->
                query.term(term ->
                        term.field("tenant").value(FieldValue.of(tenant.value().toString()))));
    }

    /**
     * Matches every text of the question's language, or those of the cells and with the codes
     * alone; its score is one, plus the words, plus the mark of a code.
     */
    private static Query words(NormalText question, List<FieldValue> cells) {
        var codes = question.codes().stream().map(FieldValue::of).toList();
        var field =
                switch (question.language()) {
                    case CHINESE -> "texts.text";
                    case ENGLISH -> "texts.text.english";
                };
        return Query.of(query ->
                query.bool(text -> {
                    text.filter(model ->
                                    model.term(term ->
                                            term.field("texts.model")
                                                    .value(
                                                            FieldValue.of(
                                                                    question.language().model()))))
                            .should(any -> any.matchAll(all -> all))
                            .should(some ->
                                    some.match(match ->
                                            match.field(field)
                                                    .query(FieldValue.of(question.value()))));
                    if (!cells.isEmpty()) {
                        text.filter(any ->
                                any.bool(either ->
                                        either.should(
                                                anyOf("texts.cells", cells),
                                                anyOf("texts.codes", codes))));
                    }
                    if (!codes.isEmpty()) {
                        text.should(code ->
                                code.constantScore(constant ->
                                        constant.boost(CODE_MARK)
                                                .filter(anyOf("texts.codes", codes))));
                    }
                    return text;
                }));
    }

    private static Query anyOf(String field, List<FieldValue> values) {
        return Query.of(
                query -> query.terms(terms -> terms.field(field).terms(any -> any.value(values))));
    }

    private static List<FieldValue> near(Optional<Cells> cells, Vector vector) {
        return cells.stream().flatMap(of -> of.near(vector).stream()).map(FieldValue::of).toList();
    }

    private static Script script(Vector vector) {
        return Script.of(script ->
                script.inline(inline ->
                        inline.lang(language -> language.builtin(BuiltinScriptLanguage.Painless))
                                .source(SCORE)
                                .params(
                                        Map.of(
                                                "q", JsonData.of(vector.scriptParameter()),
                                                "unit", JsonData.of(Vector.UNIT),
                                                "mark", JsonData.of((double) CODE_MARK),
                                                "bonus", JsonData.of(CODE_BONUS),
                                                "weight", JsonData.of(LEXICAL_WEIGHT),
                                                "half", JsonData.of(LEXICAL_HALF)))));
    }
}
