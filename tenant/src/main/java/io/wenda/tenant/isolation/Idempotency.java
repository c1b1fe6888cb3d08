package io.wenda.tenant.isolation;

import io.wenda.tenant.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a repeated mutation answer the same objects instead of acting again. The key is inserted
 * first in the effect's own transaction, so a repeat in flight waits for the first on the unique
 * index, and a failed effect leaves no key behind. Keys live 24 hours.
 */
@Component
public class Idempotency {
    private static final int LONGEST_KEY = 64;

    /**
     * One mutation of one caller.
     *
     * @param caller {@link io.wenda.tenant.Caller#key()}
     * @param mutation field name in the schema
     * @param key the caller's own, 1 to 64 characters
     * @param input canonical text of the whole input, of which only a hash is kept
     */
    public record Attempt(String caller, String mutation, String key, String input) {
        public Attempt {
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                throw new Refusal.Invalid(
                        "idempotencyKey must have 1 to 64 characters", "idempotencyKey");
            }
        }
    }

    private record Earlier(String inputHash, List<UUID> result) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Idempotency(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Does the effect once.
     *
     * @param effect the mutation, joined into this transaction
     * @param ids the ids of what it made or changed
     * @param again the same objects as they are now, from those ids
     */
    public <T> T once(
            Attempt attempt,
            Supplier<T> effect,
            Function<T, List<UUID>> ids,
            Function<List<UUID>, T> again) {
        return transactions.execute(_ -> {
            var hash = sha256(attempt.input());
            if (!claimed(attempt, hash)) {
                return again.apply(earlier(attempt, hash));
            }
            var result = effect.get();
            remember(attempt, ids.apply(result));
            return result;
        });
    }

    /** Whether it was done before, so that nothing need be prepared for it. */
    public boolean known(Attempt attempt) {
        return transactions.execute(_ ->
                jdbc.sql(
                                """
                                select exists (select from idempotency
                                  where caller = ? and mutation = ? and key = ?
                                    and at >= now() - interval '24 hours')
                                """)
                        .param(attempt.caller())
                        .param(attempt.mutation())
                        .param(attempt.key())
                        .query(Boolean.class)
                        .single());
    }

    private boolean claimed(Attempt attempt, String hash) {
        return jdbc.sql(
                                """
                                insert into idempotency as i
                                  (tenant_id, caller, mutation, key, input_hash, result)
                                values
                                  (current_setting('wenda.tenant_id')::uuid, ?, ?, ?, ?, '{}')
                                on conflict (tenant_id, caller, mutation, key) do update
                                  set input_hash = excluded.input_hash, result = '{}', at = now()
                                  where i.at < now() - interval '24 hours'
                                """)
                        .param(attempt.caller())
                        .param(attempt.mutation())
                        .param(attempt.key())
                        .param(hash)
                        .update()
                == 1;
    }

    private List<UUID> earlier(Attempt attempt, String hash) {
        var earlier =
                jdbc.sql(
                                """
                                select input_hash, result from idempotency
                                where caller = ? and mutation = ? and key = ?
                                """)
                        .param(attempt.caller())
                        .param(attempt.mutation())
                        .param(attempt.key())
                        .query((row, _) ->
                                new Earlier(
                                        row.getString(1),
                                        List.of((UUID[]) row.getArray(2).getArray())))
                        .single();
        if (!earlier.inputHash().equals(hash)) {
            throw new Refusal.Conflict(
                    "this idempotencyKey was used with another input: take a new key",
                    "idempotencyKey");
        }
        return earlier.result();
    }

    private void remember(Attempt attempt, List<UUID> result) {
        jdbc.sql(
                        """
                        update idempotency set result = ?
                        where caller = ? and mutation = ? and key = ?
                        """)
                .param(result.toArray(UUID[]::new))
                .param(attempt.caller())
                .param(attempt.mutation())
                .param(attempt.key())
                .update();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
