package io.wenda.knowledge.indexing;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.knowledge.index.VersionTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The vectors of the current company's texts: read by a model once, and kept beside their versions
 * from then on.
 */
@Component
class KnownVectors {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Embeddings embeddings;

    KnownVectors(JdbcClient jdbc, TransactionTemplate transactions, Embeddings embeddings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.embeddings = embeddings;
    }

    private record Key(String model, String hash) {
        static Key of(NormalText text) {
            return new Key(text.language().model(), sha256(text.value()));
        }
    }

    private record Row(VersionId version, Key key, Vector vector) {}

    /**
     * @param made those that nobody had kept
     */
    record Read(Map<NormalText, Vector> vectors, Set<NormalText> made) {

        /** The versions with texts whose vectors nobody had kept. */
        List<VersionTexts> unkept(List<VersionTexts> versions) {
            return made.isEmpty()
                    ? List.of()
                    : versions.stream()
                            .filter(it -> it.normalTexts().stream().anyMatch(made::contains))
                            .toList();
        }
    }

    /** The vectors of the versions' texts. */
    Map<NormalText, Vector> of(List<VersionTexts> versions) {
        return read(versions).vectors();
    }

    /** The same; those that nobody kept are made, on all processors. */
    Read read(List<VersionTexts> versions) {
        var kept = transactions.execute(_ -> kept(versions));
        var vectors = new ConcurrentHashMap<NormalText, Vector>();
        var made = ConcurrentHashMap.<NormalText>newKeySet();
        var needed = versions.stream().flatMap(version -> version.normalTexts().stream());
        needed.distinct().toList().parallelStream()
                .forEach(text -> {
                    var known = kept.get(Key.of(text));
                    if (known == null) {
                        made.add(text);
                    }
                    vectors.put(text, known == null ? embeddings.embedOnce(text) : known);
                });
        return new Read(vectors, made);
    }

    /** Keeps the vectors of the versions as they are now, and no others; in a transaction. */
    void keep(List<VersionTexts> versions, Map<NormalText, Vector> vectors) {
        var rows = new ArrayList<Row>();
        for (var version : versions) {
            var id = version.key().version();
            for (var text : version.normalTexts()) {
                var vector = vectors.get(text);
                if (vector != null) {
                    rows.add(new Row(id, Key.of(text), vector));
                }
            }
        }
        forgetOthers(versions, rows);
        jdbc.sql(
                        """
                        insert into knowledge_vector
                          (tenant_id, entry_id, version, model, text_hash, vector)
                        select current_setting('wenda.tenant_id')::uuid, entry_id, version, model,
                          decode(hash, 'hex'), decode(vector, 'base64')
                        from unnest(:entries, :versions, :models, :hashes, :vectors)
                          as r (entry_id, version, model, hash, vector)
                        on conflict do nothing
                        """)
                .param("entries", entries(rows.stream().map(Row::version).toList()))
                .param("versions", numbers(rows.stream().map(Row::version).toList()))
                .param("models", rows.stream().map(row -> row.key().model()).toArray(String[]::new))
                .param("hashes", rows.stream().map(row -> row.key().hash()).toArray(String[]::new))
                .param(
                        "vectors",
                        rows.stream().map(row -> row.vector().base64()).toArray(String[]::new))
                .update();
    }

    private void forgetOthers(List<VersionTexts> versions, List<Row> rows) {
        jdbc.sql(
                        """
                        delete from knowledge_vector k
                        where k.entry_id = any(:entries)
                          and exists (
                            select from unnest(:entries, :versions) as v (entry_id, version)
                            where v.entry_id = k.entry_id and v.version = k.version)
                          and encode(k.text_hash, 'hex') <> all (:hashes)
                        """)
                .param("entries", entries(ids(versions)))
                .param("versions", numbers(ids(versions)))
                .param("hashes", rows.stream().map(row -> row.key().hash()).toArray(String[]::new))
                .update();
    }

    private Map<Key, Vector> kept(List<VersionTexts> versions) {
        var kept = new HashMap<Key, Vector>();
        jdbc.sql(
                        """
                        select model, encode(text_hash, 'hex'), vector
                        from knowledge_vector where entry_id = any(:entries)
                        """)
                .param("entries", entries(ids(versions)))
                .query(row -> {
                    kept.put(new Key(row.getString(1), row.getString(2)), vector(row, 3));
                });
        return kept;
    }

    /** Some of the vectors of a model, at random. */
    List<Vector> sample(Language language, int most) {
        return jdbc.sql(
                        """
                        select vector from knowledge_vector where model = :model
                        order by random() limit :most
                        """)
                .param("model", language.model())
                .param("most", most)
                .query((row, _) -> vector(row, 1))
                .list();
    }

    long count(Language language) {
        return jdbc.sql("select count(*) from knowledge_vector where model = :model")
                .param("model", language.model())
                .query(Long.class)
                .single();
    }

    private static Vector vector(ResultSet row, int column) throws SQLException {
        return Vector.of(row.getBytes(column));
    }

    private static List<VersionId> ids(List<VersionTexts> versions) {
        return versions.stream().map(version -> version.key().version()).toList();
    }

    private static UUID[] entries(List<VersionId> versions) {
        return versions.stream().map(version -> version.entry().value()).toArray(UUID[]::new);
    }

    private static Integer[] numbers(List<VersionId> versions) {
        return versions.stream().map(VersionId::number).toArray(Integer[]::new);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
