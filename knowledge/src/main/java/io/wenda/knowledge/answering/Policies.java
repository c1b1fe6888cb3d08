package io.wenda.knowledge.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the current company chose. Its lists and calibrations are kept in memory under the versions
 * that the database names with each question: what one node changes holds on all from then on.
 */
@Component
class Policies {
    private static final int MOST_COMPANIES = 5_000;

    private final JdbcClient jdbc;
    private final AnsweringSettings settings;
    private final AnsweringWords words;
    private final CalibrationStore calibrations;
    private final Cache<TenantId, Policy.Words> knownWords =
            Caffeine.newBuilder().maximumSize(MOST_COMPANIES).build();
    private final Cache<TenantId, Policy.Calibrations> knownCalibrations =
            Caffeine.newBuilder().maximumSize(MOST_COMPANIES).build();

    Policies(
            JdbcClient jdbc,
            AnsweringSettings settings,
            AnsweringWords words,
            CalibrationStore calibrations) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.words = words;
        this.calibrations = calibrations;
    }

    private record Versions(
            Optional<Thresholds> thresholds, int words, int calibration, int generation) {}

    /** What holds now. */
    @Transactional(readOnly = true)
    Policy current() {
        var versions =
                jdbc.sql(
                                """
                                select t.answer, t.clarify, w.version, c.version, g.version
                                from (select current_setting('wenda.tenant_id')::uuid as id) as tenant
                                  left join answering_thresholds t on t.tenant_id = tenant.id
                                  left join answering_words w on w.tenant_id = tenant.id
                                  left join answering_calibration c on c.tenant_id = tenant.id
                                  left join generation g on g.tenant_id = tenant.id
                                """)
                        .query((row, _) ->
                                new Versions(
                                        row.getObject(1) == null
                                                ? Optional.empty()
                                                : Optional.of(
                                                        new Thresholds(
                                                                row.getDouble(1),
                                                                row.getDouble(2))),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5)))
                        .single();
        return new Policy(
                versions.thresholds.orElseGet(settings::thresholds),
                words(versions.words),
                calibrations(versions.calibration),
                versions.generation);
    }

    private Policy.Words words(int version) {
        var known = knownWords.getIfPresent(CurrentTenant.get());
        if (known != null && known.version() == version) {
            return known;
        }
        var read = Policy.Words.of(version == 0 ? WordLists.NONE : words.current());
        knownWords.put(CurrentTenant.get(), read);
        return read;
    }

    private Policy.Calibrations calibrations(int version) {
        if (version == 0) {
            return new Policy.Calibrations(0, Map.of());
        }
        var known = knownCalibrations.getIfPresent(CurrentTenant.get());
        if (known != null && known.version() == version) {
            return known;
        }
        var read = calibrations.current();
        knownCalibrations.put(CurrentTenant.get(), read);
        return read;
    }
}
