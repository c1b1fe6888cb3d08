package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** The widget as a visitor of a customer's page uses it. */
record Widget(Page page) {

    /** The button in the page. */
    Locator launcher() {
        return page.locator("wenda-chat button");
    }

    /** The panel in its frame. */
    FrameLocator panel() {
        return page.frameLocator("wenda-chat iframe");
    }

    /** The frame itself, to look behind the panel. */
    Frame frame() {
        return page.frames().stream()
                .filter(it -> it.url().endsWith("/panel"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the panel has no frame"));
    }

    Widget opened() {
        launcher().click();
        assertThat(field()).isVisible();
        return this;
    }

    Locator field() {
        return panel().locator("footer textarea");
    }

    Locator log() {
        return panel().getByRole(AriaRole.LOG);
    }

    Locator button(String name) {
        return panel().getByRole(
                        AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }

    void says(String text) {
        field().fill(text);
        field().press("Enter");
    }

    /** As it stands it breaks no rule of WCAG 2.2 AA, neither light nor dark. */
    void isAccessible() {
        Axe.findsNothing(page);
        var dark = isDark();
        show(!dark);
        Axe.findsNothing(page);
        show(dark);
    }

    private boolean isDark() {
        return page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").equals(true);
    }

    private void show(boolean dark) {
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        if (page.locator("wenda-chat iframe").isVisible()) {
            assertThat(panel().locator("html")).hasAttribute("data-theme", dark ? "dark" : "light");
        }
    }

    /** What stands in the log is exactly once there. */
    void shows(String text) {
        assertThat(bubbles().filter(new Locator.FilterOptions().setHasText(text))).hasCount(1);
    }

    /** Everything that was said, in the order of the screen. */
    List<String> transcript() {
        return bubbles().allInnerTexts();
    }

    /** What was said and confirmed, the greeting left out. */
    Locator bubbles() {
        return log().locator(
                        "li:not(.greeting):has(> div.bubble):not(.waits) > .bubble > p:first-child");
    }
}
