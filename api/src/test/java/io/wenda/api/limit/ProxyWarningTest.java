package io.wenda.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.company.PublicUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProxyWarningTest {

    @Test
    void anEncryptedAddressWithoutAKnownProxyIsWarnedOf(CapturedOutput output) {
        warning("http://localhost:8080", List.of()).warn();
        warning("https://wenda.example", List.of("10.0.0.1")).warn();
        assertThat(output).doesNotContain("trusted-proxies");

        warning("https://wenda.example", List.of()).warn();

        assertThat(output)
                .contains(
                        "https://wenda.example is served by a proxy, but"
                                + " wenda.limits.trusted-proxies names none");
    }

    private static ProxyWarning warning(String url, List<String> proxies) {
        var limits =
                new LimitSettings(
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        proxies);
        return new ProxyWarning(new PublicUrl(URI.create(url)), limits);
    }
}
