package io.wenda.api.issuer;

import io.wenda.tenant.isolation.SystemDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/** Codes and the tokens that were given for them, until they are over. */
@Component
class Authorizations extends JdbcOAuth2AuthorizationService {
    private final SystemDatabase system;

    Authorizations(SystemDatabase system, Clients clients) {
        super(new JdbcTemplate(system.pool()), clients);
        this.system = system;
    }

    /** A program's token speaks for itself and is asked for often: nothing to keep. */
    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                authorization.getAuthorizationGrantType())) {
            super.save(authorization);
        }
    }

    @Scheduled(fixedDelayString = "PT15M")
    void forgetThoseThatAreOver() {
        system.jdbc()
                .sql(
                        """
                        delete from oauth2_authorization
                        where authorization_code_expires_at < now() - interval '1 hour'
                          and coalesce(access_token_expires_at, '-infinity') < now()
                        """)
                .update();
    }
}
