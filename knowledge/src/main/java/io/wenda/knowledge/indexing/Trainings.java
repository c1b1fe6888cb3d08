package io.wenda.knowledge.indexing;

import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the trainings of cells are. */
@Component
class Trainings {
    private final JdbcClient jdbc;
    private final SystemDatabase system;

    Trainings(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    enum State {
        /** The cells are being looked for. */
        TRAINING,
        /** They are found; every document is being marked to be written again. */
        MARKING,
        /** All are marked and being written. */
        WRITING,
        /** Searches follow them. */
        LIVE,
        /** Searches did, before the live ones; a node may not know yet that they no longer do. */
        PAST
    }

    /** Of the current company, in one language. */
    record Training(int number, State state, long texts, @Nullable UUID markedTo) {}

    /** The companies with a training that is not live yet. */
    List<TenantId> underWay() {
        return system.call(jdbc ->
                jdbc.sql(
                                """
                                select distinct tenant_id from knowledge_cells
                                where state in ('TRAINING', 'MARKING', 'WRITING')
                                """)
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list());
    }

    @Nullable Training latest(Language language) {
        return jdbc.sql(
                        """
                        select training, state, texts, marked_to from knowledge_cells
                        where model = :model order by training desc limit 1
                        """)
                .param("model", language.model())
                .query((row, _) ->
                        new Training(
                                row.getInt(1),
                                State.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getObject(4, UUID.class)))
                .optional()
                .orElse(null);
    }

    /** Whether it is this node that begins it. */
    boolean begin(Language language, int number, long texts) {
        return jdbc.sql(
                                """
                                insert into knowledge_cells
                                  (tenant_id, model, training, state, texts, began_at)
                                values (current_setting('wenda.tenant_id')::uuid, :model, :training,
                                  'TRAINING', :texts, now())
                                on conflict do nothing
                                """)
                        .param("model", language.model())
                        .param("training", number)
                        .param("texts", texts)
                        .update()
                == 1;
    }

    /** Whether the node that trained it seems dead, and this one does it now. */
    boolean takeOver(Language language, int number) {
        return jdbc.sql(
                                """
                                update knowledge_cells set began_at = now()
                                where model = :model and training = :training
                                  and state = 'TRAINING'
                                  and began_at < now() - interval '10 minutes'
                                """)
                        .param("model", language.model())
                        .param("training", number)
                        .update()
                == 1;
    }

    void trained(Language language, int number, List<Vector> centroids) {
        jdbc.sql(
                        """
                        update knowledge_cells set state = 'MARKING',
                          centroids = (select array_agg(decode(c, 'base64') order by place)
                            from unnest(:centroids) with ordinality as c (c, place))
                        where model = :model and training = :training and state = 'TRAINING'
                        """)
                .param("centroids", centroids.stream().map(Vector::base64).toArray(String[]::new))
                .param("model", language.model())
                .param("training", number)
                .update();
    }

    /**
     * @param to the entry up to which documents are marked now; null: all are
     */
    void marked(Language language, int number, @Nullable UUID to) {
        jdbc.sql(
                        """
                        update knowledge_cells set marked_to = :to::uuid,
                          state = case when :to::uuid is null then 'WRITING' else state end
                        where model = :model and training = :training and state = 'MARKING'
                        """)
                .param("to", to)
                .param("model", language.model())
                .param("training", number)
                .update();
    }

    /** Searches follow it from now on; of those before it, the last is still written into. */
    void live(Language language, int number) {
        jdbc.sql("delete from knowledge_cells where model = :model and state = 'PAST'")
                .param("model", language.model())
                .update();
        jdbc.sql(
                        """
                        update knowledge_cells set state = 'PAST'
                        where model = :model and state = 'LIVE' and training < :training
                        """)
                .param("model", language.model())
                .param("training", number)
                .update();
        jdbc.sql(
                        """
                        update knowledge_cells set state = 'LIVE'
                        where model = :model and training = :training and state = 'WRITING'
                        """)
                .param("model", language.model())
                .param("training", number)
                .update();
    }
}
