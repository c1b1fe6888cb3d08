package io.wenda.api.issuer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/** The issuer's library would track server sessions; ours are in the database. */
final class NoServerSessions implements SessionRegistry {
    @Override
    public List<Object> getAllPrincipals() {
        return List.of();
    }

    @Override
    public List<SessionInformation> getAllSessions(
            Object principal, boolean includeExpiredSessions) {
        return List.of();
    }

    @Override
    public @Nullable SessionInformation getSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public void refreshLastRequest(String sessionId) {
        // none is tracked
    }

    @Override
    public void registerNewSession(String sessionId, Object principal) {
        // none is tracked
    }

    @Override
    public void removeSessionInformation(String sessionId) {
        // none is tracked
    }
}
