package io.wenda.knowledge.answering;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.embedding.Language;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The companies' calibrations, and when they are to be made anew. */
@Component
class CalibrationStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SystemDatabase system;

    CalibrationStore(JdbcClient jdbc, JsonMapper json, SystemDatabase system) {
        this.jdbc = jdbc;
        this.json = json;
        this.system = system;
    }

    /** The current company's. */
    @Transactional(readOnly = true)
    Policy.Calibrations current() {
        return jdbc.sql("select version, coalesce(weights, '{}') from answering_calibration")
                .query((row, _) ->
                        new Policy.Calibrations(
                                row.getInt(1),
                                json.readValue(
                                        row.getString(2),
                                        new TypeReference<Map<Language, Calibration>>() {})))
                .optional()
                .orElseGet(() -> new Policy.Calibrations(0, Map.of()));
    }

    /** Has it made anew then; what was due before stays due before. */
    @Transactional
    void want(Instant at) {
        jdbc.sql(
                        """
                        insert into answering_calibration (tenant_id, version, due_at)
                        values (current_setting('wenda.tenant_id')::uuid, 0, ?)
                        on conflict (tenant_id) do nothing
                        """)
                .param(Timestamp.from(at))
                .update();
        jdbc.sql("update answering_calibration set due_at = ? where due_at is null or due_at > ?")
                .param(Timestamp.from(at))
                .param(Timestamp.from(at))
                .update();
    }

    /** The companies whose time has come. */
    List<TenantId> due(Instant now) {
        return system.call(jdbc ->
                jdbc.sql("select tenant_id from answering_calibration where due_at <= ?")
                        .param(Timestamp.from(now))
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Takes the current company's turn for so long, unless another node has it. */
    @Transactional
    boolean take(Instant now, Duration lease) {
        return jdbc.sql("update answering_calibration set due_at = ? where due_at <= ?")
                        .param(Timestamp.from(now.plus(lease)))
                        .param(Timestamp.from(now))
                        .update()
                > 0;
    }

    /**
     * Puts others in their place, under the next version; a change since the turn began stays due.
     */
    @Transactional
    void made(Map<Language, Calibration> calibrations, Instant now, Instant leaseEnd) {
        jdbc.sql(
                        """
                        update answering_calibration set version = version + 1, weights = ?::jsonb,
                          made_at = ?, due_at = case when due_at < ? then due_at end
                        """)
                .param(json.writeValueAsString(calibrations))
                .param(Timestamp.from(now))
                .param(Timestamp.from(leaseEnd))
                .update();
    }
}
