package io.wenda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The accessibility rules of WCAG 2.0 to 2.2, A and AA, in a page and its frames. Runs axe's script
 * itself: its Java driver opens one more page for each check, which takes twenty times as long. The
 * same page in other colours is asked only about colours.
 */
final class Axe {
    private static final String SCRIPT = script();

    private static final String CHECK =
            """
            async () => {
              const seen = `${innerWidth} ${document.body.outerHTML}`;
              const whole = !frames.length && ![...document.querySelectorAll('*')].some(it => it.shadowRoot);
              const runOnly = whole && window.checked === seen
                ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
                : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
              window.checked = violations.length ? null : seen;
              return violations.map(({ id, help, nodes }) => `${id}: ${help}` + nodes.map(
                it => `\\n  ${it.target.join(' in ')}  ${it.html}\\n    ${it.failureSummary.replaceAll('\\n', '\\n    ')}`).join(''));
            }
            """;

    private Axe() {}

    static void findsNothing(Page page) {
        assertThat(violations(page))
                .as("axe at %s, %s wide", page.url(), page.viewportSize().width)
                .isEmpty();
    }

    @SuppressWarnings("unchecked") // the script returns a list of texts
    static List<String> violations(Page page) {
        for (var frame : page.frames()) {
            if (frame.evaluate("() => 'axe' in window").equals(false)) {
                frame.evaluate(SCRIPT);
            }
        }
        return (List<String>) page.evaluate(CHECK);
    }

    private static String script() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)
                    + ";axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });"; // all frames
            // are the
            // test's own
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
