package io.wenda.knowledge.intent;

import io.wenda.knowledge.flow.Flow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the current company's intents. */
@Component
public class IntentReader {
    private static final int MOST_VERSIONS = 50;
    private static final String NEWEST =
            "select distinct on (name) * from intent order by name, version desc";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IntentReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What holds for all of them.
     *
     * @param version counts their changes; 0: there never was one
     * @param threshold probability from which on one is meant
     */
    public record Standing(int version, String changedBy, double threshold) {
        static final Standing NONE = new Standing(0, "", LikelyIntent.USUAL);
    }

    /** All of them at one moment. */
    record Together(Standing standing, List<Intent> intents) {}

    /** The newest version of each, by name. */
    @Transactional(readOnly = true)
    public List<Intent> all() {
        return jdbc.sql(NEWEST).query((row, _) -> intent(row)).list();
    }

    /** The newest version of one. */
    @Transactional(readOnly = true)
    public Optional<Intent> named(String name) {
        return versions(name).stream().findFirst();
    }

    /** One as it was in a version. */
    @Transactional(readOnly = true)
    public Optional<Intent> version(String name, int version) {
        return jdbc.sql("select * from intent where name = ? and version = ?")
                .param(name)
                .param(version)
                .query((row, _) -> intent(row))
                .optional();
    }

    /** All versions of one, newest first; at most fifty. */
    @Transactional(readOnly = true)
    public List<Intent> versions(String name) {
        return jdbc.sql("select * from intent where name = ? order by version desc limit ?")
                .param(name.strip())
                .param(MOST_VERSIONS)
                .query((row, _) -> intent(row))
                .list();
    }

    /** What came of learning them, newest first; at most ten. */
    @Transactional(readOnly = true)
    public List<IntentTraining> trainings() {
        return jdbc.sql(
                        """
                        select version, changed_by, made_at, intents, examples, accuracy
                        from intent_training order by version desc limit 10
                        """)
                .query((row, _) ->
                        new IntentTraining(
                                row.getInt(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant(),
                                row.getInt(4),
                                row.getInt(5),
                                row.getDouble(6)))
                .list();
    }

    /** What holds for all of them. */
    @Transactional(readOnly = true)
    public Standing standing() {
        return jdbc.sql("select version, changed_by, threshold from intent_set")
                .query((row, _) ->
                        new Standing(
                                row.getInt(1),
                                row.getString(2),
                                Optional.ofNullable(row.getObject(3, Double.class))
                                        .orElse(LikelyIntent.USUAL)))
                .optional()
                .orElse(Standing.NONE);
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    Together together() {
        return new Together(standing(), all());
    }

    private Intent intent(ResultSet row) throws SQLException {
        var flow = row.getString("flow");
        return new Intent(
                row.getString("name"),
                row.getInt("version"),
                row.getBoolean("enabled"),
                List.of((String[]) row.getArray("examples").getArray()),
                row.getObject("group_id", UUID.class),
                flow == null ? Flow.NONE : json.readValue(flow, Flow.class),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
