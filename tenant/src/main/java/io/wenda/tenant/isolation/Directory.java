package io.wenda.tenant.isolation;

import io.wenda.tenant.TenantId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The look-ups that come before a company is known: a channel's key, a sign-in address, an API
 * client, an invitation, a visitor's token. Keys are stored as keyed hashes; PostgreSQL gives the
 * application no other way to the table than two functions.
 */
@Component
public class Directory {

    /** What a key is the key of. */
    public enum Kind {
        CHANNEL,
        SIGN_IN,
        /** A sign-in address that its holder has proved to read. */
        PROVED_SIGN_IN,
        API_CLIENT,
        INVITATION,
        EMAIL_VERIFICATION,
        VISITOR,
        SIGN_UP
    }

    /** Whose key it is, and what it opens there. */
    public record Place(TenantId tenant, UUID target) {}

    /** Whoever is not known yet: where companies take turns, they do like one more company. */
    public static final TenantId STRANGERS = new TenantId(new UUID(0, 0));

    private final JdbcClient jdbc;
    private final DatabaseGate gate;
    private final InstallationKey installation;

    Directory(DataSource database, DatabaseGate gate, InstallationKey installation) {
        this.jdbc = JdbcClient.create(database);
        this.gate = gate;
        this.installation = installation;
    }

    /** Where the key leads: nowhere, to one place, or (a sign-in address alone) to several. */
    public List<Place> find(Kind kind, String key) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // it has its connection already: a second place at the gate could wait for itself
            return read(kind, key);
        }
        gate.enter(STRANGERS);
        try {
            return read(kind, key);
        } finally {
            gate.leave();
        }
    }

    /** The same, but others who ask so for this key wait until the current transaction ends. */
    public List<Place> findAlone(Kind kind, String key) {
        jdbc.sql("select pg_advisory_xact_lock(?)::text")
                .param(ByteBuffer.wrap(hash(kind, key)).getLong())
                .query(String.class)
                .single();
        return find(kind, key);
    }

    private List<Place> read(Kind kind, String key) {
        return jdbc.sql("select tenant_id, target_id from directory_find(?, ?)")
                .param(kind.name())
                .param(hash(kind, key))
                .query((row, _) ->
                        new Place(
                                new TenantId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class)))
                .list();
    }

    /** Enters a key of the current company, within the current transaction. */
    public void put(Kind kind, String key, UUID target) {
        jdbc.sql("select directory_put(?, ?, ?)")
                .param(kind.name())
                .param(hash(kind, key))
                .param(target)
                .query(Boolean.class)
                .single();
    }

    /** Takes a key of the current company out, within the current transaction. */
    public void remove(Kind kind, String key, UUID target) {
        jdbc.sql("select directory_remove(?, ?, ?)")
                .param(kind.name())
                .param(hash(kind, key))
                .param(target)
                .query(Boolean.class)
                .single();
    }

    private byte[] hash(Kind kind, String key) {
        return installation.hash("directory:" + kind, key);
    }
}
