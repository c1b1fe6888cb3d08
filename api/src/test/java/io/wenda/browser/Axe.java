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

    /** Whether all that stands there is as it was when this was last asked. */
    private static final String SEEN =
            """
            () => {
              const shadows = root => [...root.querySelectorAll('*')].map(it => it.shadowRoot)
                .map(it => it ? it.innerHTML + shadows(it) : '').join('');
              const seen = `${innerWidth} ${document.body?.outerHTML} ${shadows(document)}`;
              const same = window.seenByAxe === seen;
              window.seenByAxe = seen;
              return same;
            }
            """;

    private static final String CHECK =
            """
            async values => {
              const runOnly = { type: values.every(it => it.startsWith('wcag')) ? 'tag' : 'rule', values };
              const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
              return violations.map(({ id, help, nodes }) => `${id}: ${help}` + nodes.map(
                it => `\\n  ${it.target.join(' in ')}  ${it.html}\\n    ${it.failureSummary.replaceAll('\\n', '\\n    ')}`).join(''));
            }
            """;

    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Axe() {}

    static void findsNothing(Page page) {
        assertThat(violations(page))
                .as("axe at %s, %s wide", page.url(), page.viewportSize().width)
                .isEmpty();
    }

    @SuppressWarnings("unchecked") // the script returns a list of texts
    static List<String> violations(Page page) {
        var same = true;
        for (var frame : page.frames()) {
            same &= frame.evaluate(SEEN).equals(true);
            if (frame.evaluate("() => 'axe' in window").equals(false)) {
                frame.evaluate(SCRIPT);
            }
        }
        return (List<String>) page.evaluate(CHECK, same ? OF_COLOURS : ALL);
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
