package io.wenda.knowledge.cell;

import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cells of companies. Most have none: then everything of theirs is compared. A document is
 * written into the cells of every training there is, so a search may follow any of them.
 */
@Component
public class CompanyCells {
    private final JdbcClient jdbc;
    private final SystemDatabase system;

    /** Replaced as a whole now and then; who has no large companies has nothing to read. */
    private volatile Map<Key, Cells> live = Map.of();

    CompanyCells(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    private record Key(TenantId tenant, String model) {}

    /** The cells that the company's searches follow, as this node knows them. */
    public Optional<Cells> live(TenantId tenant, Language language) {
        return Optional.ofNullable(live.get(new Key(tenant, language.model())));
    }

    /** Into which the current company's documents are written now; in a transaction. */
    public Map<Language, List<Cells>> written() {
        return Arrays.stream(Language.values())
                .collect(Collectors.toMap(language -> language, this::written));
    }

    private List<Cells> written(Language language) {
        return jdbc.sql(
                        """
                        select training, centroids from knowledge_cells
                        where model = :model and centroids is not null order by training
                        """)
                .param("model", language.model())
                .query((row, _) -> cells(row))
                .list();
    }

    /** Reads again what is live. */
    public void refresh() {
        var known = live;
        var now =
                system.call(jdbc ->
                        jdbc.sql(
                                        """
                                        select tenant_id, model, training from knowledge_cells
                                        where state = 'LIVE'
                                        """)
                                .query((row, _) ->
                                        Map.entry(
                                                new Key(
                                                        new TenantId(row.getObject(1, UUID.class)),
                                                        row.getString(2)),
                                                row.getInt(3)))
                                .list());
        live =
                now.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, it -> same(known.get(it.getKey()), it)));
    }

    private Cells same(@Nullable Cells known, Map.Entry<Key, Integer> now) {
        return known != null && known.training() == now.getValue()
                ? known
                : read(now.getKey(), now.getValue());
    }

    private Cells read(Key key, int training) {
        return system.call(jdbc ->
                jdbc.sql(
                                """
                                select training, centroids from knowledge_cells
                                where tenant_id = :tenant and model = :model
                                  and training = :training
                                """)
                        .param("tenant", key.tenant().value())
                        .param("model", key.model())
                        .param("training", training)
                        .query((row, _) -> cells(row))
                        .single());
    }

    private static Cells cells(ResultSet row) throws SQLException {
        var centroids = (byte[][]) row.getArray("centroids").getArray();
        return new Cells(row.getInt("training"), Arrays.stream(centroids).map(Vector::of).toList());
    }
}
