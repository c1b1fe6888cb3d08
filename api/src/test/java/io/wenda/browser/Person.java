package io.wenda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody at a screen of her own, with cookies and storage of her own; nothing may go wrong there
 * unsaid.
 */
final class Person {
    /** Of every page at every step of hers, for the trace; takes a third longer. */
    private static final boolean SNAPSHOTS = Boolean.getBoolean("snapshots");

    /** Percent, of a picture that nobody will see. */
    private static final int ROUGH = 30;

    private final String name;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> problems = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Person(Browser browser, String name, Look look) {
        this.name = name;
        this.look = look;
        context = browser.newContext(look.context());
        context.setDefaultTimeout(Chromium.PATIENCE_MS);
        context.tracing().start(new Tracing.StartOptions().setSnapshots(SNAPSHOTS));
        context.onConsoleMessage(this::heard);
        context.onWebError(it -> problems.add("page error: " + it.error()));
        context.onRequest(it -> asked(it.url()));
        context.onPage(opened -> opened.onWebSocket(it -> asked(it.url())));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    Look look() {
        return look;
    }

    BrowserContext context() {
        return context;
    }

    /** The one of the two words that is in her language. */
    String say(String english, String chinese) {
        return look.say(english, chinese);
    }

    /** A button with exactly this name. */
    Locator button(String english, String chinese) {
        return named(AriaRole.BUTTON, english, chinese);
    }

    /** Something with a role and exactly this name. */
    Locator named(AriaRole role, String english, String chinese) {
        return page.getByRole(
                role, new Page.GetByRoleOptions().setName(say(english, chinese)).setExact(true));
    }

    /** A field with exactly this label, whether or not it is marked as required. */
    Locator field(String english, String chinese) {
        var label = say(english, chinese).replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0");
        return page.getByLabel(Pattern.compile("^" + label + "(\\s*\\*)?$"));
    }

    /** Waits until the page has this title. */
    void reads(String english, String chinese) {
        PlaywrightAssertions.assertThat(
                        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(say(english, chinese));
    }

    /** Waits until the page has a title, and nothing on it is still to come. */
    void seesItAll() {
        page.locator(
                        "body:not(:has([aria-busy=true], .mantine-Skeleton-root)) h1:not(:empty):visible")
                .first()
                .waitFor();
    }

    /**
     * A part of a console error or page error that this test is about: it must come, and is no
     * fault then.
     */
    Person expecting(String part) {
        expected.add(part);
        return this;
    }

    /** What is on her page breaks no rule of WCAG 2.2 AA. */
    void seesAccessibleScreen() {
        Axe.findsNothing(page);
    }

    /** The same by day and by night, on a desktop and on a phone; pictures stay. */
    void seesAccessibleScreens(String title) {
        page.setViewportSize(1280, 800);
        seesAccessibleScreenDayAndNight(title);
        page.setViewportSize(390, 844);
        seesAccessibleScreenDayAndNight(title);
    }

    /** The same by day and by night; pictures stay. */
    void seesAccessibleScreenDayAndNight(String title) {
        var size = page.viewportSize().width == 390 ? "phone-" : "";
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            seesAccessibleScreen();
            var time = scheme == ColorScheme.DARK ? "dark" : "light";
            picture("%s-%s-%s%s".formatted(title, say("en", "zh"), size, time));
        }
    }

    /** What is on her screen must show something; where pictures are kept, it is kept. */
    void picture(String title) {
        var how = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
        if (Gallery.isOpen()) {
            Gallery.hang(title, page.screenshot(how));
        } else {
            how.setType(ScreenshotType.JPEG).setQuality(ROUGH);
            Gallery.look(title, page.screenshot(how));
        }
    }

    /** Nothing went wrong on her pages but what was expected. */
    void hadNoTrouble() {
        assertThat(problems)
                .as("what went wrong on %s's pages", name)
                .allMatch(problem -> expected.stream().anyMatch(problem::contains));
        for (var part : expected) {
            assertThat(problems)
                    .as("the expected trouble on %s's pages", name)
                    .anyMatch(problem -> problem.contains(part));
        }
    }

    /**
     * Leaves pictures and a trace of what she did in the folder, and says where, and what went
     * wrong.
     */
    String testimony(Path folder) {
        var said = new StringBuilder("\n" + name + " (" + look + ")");
        var number = 0;
        for (var open : context.pages()) {
            var picture = folder.resolve(name + (number++ == 0 ? "" : "-" + number) + ".png");
            said.append(" at ").append(open.url()).append("\n  screenshot ").append(picture);
            open.screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
        var trace = folder.resolve(name + ".zip");
        context.tracing().stop(new Tracing.StopOptions().setPath(trace));
        said.append("\n  trace ")
                .append(trace)
                .append(" (npx playwright show-trace; -Dsnapshots=true keeps the pages too)");
        problems.forEach(it -> said.append("\n  trouble: ").append(it));
        return said.toString();
    }

    void leave() {
        context.close();
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error")) {
            problems.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void asked(String address) {
        var at = URI.create(address.split("[?#]", 2)[0]);
        if (at.getScheme().matches("https?|wss?") && !isOurs(at.getHost())) {
            problems.add("a request to another host: " + address);
        }
    }

    private static boolean isOurs(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.endsWith(".test");
    }
}
