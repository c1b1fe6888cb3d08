package io.wenda.tenant.key;

import io.wenda.tenant.ProgramId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets programs in: from a client's id and secret to its company and key, bound to no company. */
@Component
public class ApiClients {

    /** A usable key, with the hash that its secret must have. */
    public record Client(TenantId tenant, ProgramId program, String clientId, String secretHash) {}

    private final Directory directory;
    private final ApiSecrets secrets;
    private final StatelessSession session;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ApiClients(
            Directory directory,
            ApiSecrets secrets,
            StatelessSession session,
            TransactionTemplate transactions,
            Clock clock) {
        this.directory = directory;
        this.secrets = secrets;
        this.session = session;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The client of that id, unless its key is revoked or expired. */
    public Optional<Client> find(String clientId) {
        return directory.find(Directory.Kind.API_CLIENT, clientId).stream()
                .findFirst()
                .flatMap(place -> at(place.tenant(), new ProgramId(place.target())));
    }

    /** The client of that key, unless it is revoked or expired. */
    public Optional<Client> at(TenantId tenant, ProgramId program) {
        return CurrentTenant.call(
                tenant,
                () ->
                        transactions.execute(_ ->
                                Optional.ofNullable(session.get(ApiKeyRow.class, program.value()))
                                        .filter(row -> row.usable(clock.instant()))
                                        .map(row ->
                                                new Client(
                                                        tenant,
                                                        program,
                                                        row.clientId,
                                                        row.secretHash))));
    }

    /** Whether the secret is the one of that hash. */
    public boolean matches(String secret, String secretHash) {
        return MessageDigest.isEqual(
                secrets.hash(secret).getBytes(StandardCharsets.US_ASCII),
                secretHash.getBytes(StandardCharsets.US_ASCII));
    }
}
