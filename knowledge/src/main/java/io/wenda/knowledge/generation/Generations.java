package io.wenda.knowledge.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Sealing;
import io.wenda.tenant.outbound.OutboundAddresses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The models that companies chose; each is kept in memory under its version. */
@Component
public class Generations {
    private static final String PURPOSE = "generation-api-key";
    private static final int MOST_COMPANIES = 5_000;
    private static final int LONGEST_MODEL = 200;
    private static final int LONGEST_KEY = 500;
    private static final int MOST_SECONDS = 60;
    private static final int FEWEST_TOKENS = 16;
    private static final int MOST_TOKENS = 4_000;

    private final JdbcClient jdbc;
    private final OutboundAddresses addresses;
    private final Sealing sealing;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Cache<TenantId, Chosen> known =
            Caffeine.newBuilder().maximumSize(MOST_COMPANIES).build();

    Generations(
            JdbcClient jdbc,
            OutboundAddresses addresses,
            Sealing sealing,
            Audit audit,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.sealing = sealing;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** With the key, sealed still. */
    record Chosen(Generation generation, String sealed) {}

    /** What the company chose, if it did. */
    @Transactional(readOnly = true)
    public Optional<Generation> current() {
        return read().map(Chosen::generation);
    }

    /** Whether the company's answers are worded by a model. */
    @Transactional(readOnly = true)
    public boolean areOn() {
        return jdbc.sql("select exists (select from generation where enabled)")
                .query(Boolean.class)
                .single();
    }

    /** How long an answer may wait for the model, where there is one. */
    @Transactional(readOnly = true)
    public Optional<Duration> longest() {
        return jdbc.sql("select seconds from generation where enabled")
                .query(Integer.class)
                .optional()
                .map(Duration::ofSeconds);
    }

    /** That of the version which the company's policy names. */
    Optional<Chosen> of(int version) {
        if (version == 0) {
            return Optional.empty();
        }
        var kept = known.getIfPresent(CurrentTenant.get());
        if (kept != null && kept.generation.version() == version) {
            return Optional.of(kept);
        }
        var read = transactions.execute(_ -> read());
        read.ifPresent(it -> known.put(CurrentTenant.get(), it));
        return read;
    }

    String key(Chosen chosen) {
        return sealing.open(PURPOSE, chosen.sealed);
    }

    private Optional<Chosen> read() {
        return jdbc.sql(
                        """
                        select version, enabled, base_url, model, seconds, max_tokens, api_key
                        from generation
                        """)
                .query((row, _) -> chosen(row))
                .optional();
    }

    private static Chosen chosen(ResultSet row) throws SQLException {
        return new Chosen(
                new Generation(
                        row.getInt(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6)),
                row.getString(7));
    }

    /** From the next question on. */
    @Transactional
    public Generation set(Caller caller, GenerationChange change) {
        var url = addresses.require(change.baseUrl(), "baseUrl").replaceAll("/+$", "");
        var model = Text.line(change.model(), LONGEST_MODEL, "model");
        within(change.seconds(), 1, MOST_SECONDS, "seconds");
        within(change.maxTokens(), FEWEST_TOKENS, MOST_TOKENS, "maxTokens");
        jdbc.sql(
                        """
                        insert into generation (tenant_id, version, enabled, base_url, model,
                          api_key, seconds, max_tokens)
                        values (current_setting('wenda.tenant_id')::uuid, 1, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id) do update
                          set version = generation.version + 1, enabled = excluded.enabled,
                            base_url = excluded.base_url, model = excluded.model,
                            api_key = excluded.api_key, seconds = excluded.seconds,
                            max_tokens = excluded.max_tokens
                        """)
                .param(change.enabled())
                .param(url)
                .param(model)
                .param(sealed(change.apiKey(), url))
                .param(change.seconds())
                .param(change.maxTokens())
                .update();
        audit.record(
                caller,
                "generation.set",
                model,
                Map.of("enabled", change.enabled(), "baseUrl", url, "model", model));
        return read().orElseThrow().generation;
    }

    /** A key goes to no other address than the one that it was given for. */
    private String sealed(@Nullable String typed, String url) {
        if (typed != null) {
            return sealing.seal(PURPOSE, Text.line(typed, LONGEST_KEY, "apiKey"));
        }
        return read().filter(it -> it.generation.baseUrl().equals(url))
                .map(Chosen::sealed)
                .orElseThrow(() ->
                        new Refusal.Invalid(
                                "must be given for a new address: type the key of this one",
                                "apiKey"));
    }

    private static void within(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw new Refusal.Invalid("must be %d to %d".formatted(least, most), field);
        }
    }
}
