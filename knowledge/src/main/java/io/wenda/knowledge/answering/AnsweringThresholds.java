package io.wenda.knowledge.answering;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How sure the bot must be at the current company: its own choice, else the installation's. */
@Component
public class AnsweringThresholds {
    private final JdbcClient jdbc;
    private final AnsweringSettings settings;

    AnsweringThresholds(JdbcClient jdbc, AnsweringSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Those that hold now. */
    @Transactional(readOnly = true)
    public Thresholds current() {
        return jdbc.sql("select answer, clarify from answering_thresholds")
                .query((row, _) -> new Thresholds(row.getDouble(1), row.getDouble(2)))
                .optional()
                .orElseGet(settings::thresholds);
    }

    /** Chooses others, from the next question on. */
    @Transactional
    public void choose(Thresholds thresholds) {
        jdbc.sql(
                        """
                        insert into answering_thresholds (tenant_id, answer, clarify)
                        values (current_setting('wenda.tenant_id')::uuid, ?, ?)
                        on conflict (tenant_id) do update
                          set answer = excluded.answer, clarify = excluded.clarify
                        """)
                .param(thresholds.answer())
                .param(thresholds.clarify())
                .update();
    }
}
