package io.wenda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The other tests of this package would be worth nothing if these failed. */
class WatchfulnessTest extends BrowserTest {

    @Test
    void aFaultInAFrameOfAnotherOriginIsFound() {
        var frame = hostPage().with("<input id=nameless>");
        var page = person("somebody", Look.desktop("en")).page();

        page.navigate(
                hostPage()
                        .under(
                                "default-src 'none'; frame-src http:; require-trusted-types-for 'script'")
                        .with(
                                "<iframe title=Inner src=\"%s\"></iframe>"
                                        .formatted(frame.origin("frame.test")))
                        .origin());

        assertThat(Axe.violations(page))
                .singleElement()
                .asString()
                .startsWith("label: Form elements must have labels\n  iframe in #nameless");
    }

    @Test
    void troubleOnAPageIsAFailure() {
        var page = hostPage();
        var somebody = person("somebody", Look.desktop("en")).expecting("nobody may know");

        somebody.page()
                .navigate(page.with("<script>console.error('nobody may know')</script>").origin());
        somebody.hadNoTrouble();
        somebody.expecting("a request to another host: https://elsewhere.example/")
                .expecting("ERR_NAME_NOT_RESOLVED");

        assertThatThrownBy(somebody::hadNoTrouble).isInstanceOf(AssertionError.class);
        somebody.page().navigate(page.with("<img alt='' src=https://elsewhere.example/>").origin());
    }
}
