package io.wenda.tenant.key;

import io.wenda.tenant.isolation.Directory;
import io.wenda.tenant.isolation.InstallationKey;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is kept of a client's id and secret: keyed hashes, fast ones because both are random. */
@Component
class ApiSecrets {
    private final InstallationKey installation;
    private final Directory directory;

    ApiSecrets(InstallationKey installation, Directory directory) {
        this.installation = installation;
        this.directory = directory;
    }

    String hash(String secret) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(installation.hash("api-secret", secret));
    }

    /** Lets the client be found before its company is known. */
    void enter(String clientId, UUID key) {
        directory.put(Directory.Kind.API_CLIENT, clientId, key);
    }
}
