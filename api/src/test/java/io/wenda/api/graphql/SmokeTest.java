package io.wenda.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.RunningApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmokeTest extends RunningApplication {
    @Test
    void starts() {
        System.out.println(OUTSIDE.ask(null, "{ company { id } }", Map.of()));
        var c = OUTSIDE.newCompany("Acme");
        System.out.println(c.ask("{ company { id name timeZone createdAt } viewer { ... on Member { id name availability { status since } } } skillGroups { totalCount nodes { id name members { nodes { level member { name } } } } } channels { nodes { id name skillGroup { name } publicKey } } }"));
        assertThat(c.id()).startsWith("com_");
    }
}
