package io.wenda.api.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.RunningApplication;
import io.wenda.tenant.isolation.InstallationKey;
import io.wenda.tenant.isolation.SystemDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class IssuerTest extends RunningApplication {
    private final IssuerKey key;
    private final SystemDatabase system;
    private final InstallationKey installation;
    private final JdbcClient jdbc;

    IssuerTest(
            IssuerKey key, SystemDatabase system, InstallationKey installation, JdbcClient jdbc) {
        this.key = key;
        this.system = system;
        this.installation = installation;
        this.jdbc = jdbc;
    }

    @Test
    void anotherStartSignsWithTheSameKey() {
        var afterRestart = new IssuerKey(system, installation);

        assertThat(afterRestart.set().toString(false)).isEqualTo(key.set().toString(false));
        assertThat(key.set().toString(false)).contains("\"d\":");
    }

    @Test
    void theKeyIsStoredSealed() {
        var stored =
                system.jdbc().sql("select sealed from issuer_key").query(byte[].class).single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .hasSizeGreaterThan(100)
                .doesNotContain("kty", "\"d\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer_key",
                "sign_in_session",
                "oauth2_authorization",
                "oauth2_authorization_consent"
            })
    void requestsNeverReadTheIssuersTables(String table) {
        assertThatThrownBy(
                        () -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
                .rootCause()
                .hasMessageContaining("permission denied for table " + table);
    }
}
