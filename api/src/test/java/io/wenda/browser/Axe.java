package io.wenda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** The accessibility rules of WCAG 2.0 to 2.2, A and AA, in a page and its frames. */
final class Axe {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    static void findsNothing(Page page) {
        var violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(violations)
                .as(
                        "axe at %s%s",
                        page.url(),
                        violations.stream().map(Axe::inWords).collect(Collectors.joining()))
                .isEmpty();
    }

    private static String inWords(Rule rule) {
        return "\n%s: %s%s"
                .formatted(
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream().map(Axe::inWords).collect(Collectors.joining()));
    }

    private static String inWords(CheckedNode node) {
        return "\n  %s  %s\n    %s"
                .formatted(
                        node.getTarget(),
                        node.getHtml(),
                        String.valueOf(node.getFailureSummary()).replace("\n", "\n    "));
    }
}
