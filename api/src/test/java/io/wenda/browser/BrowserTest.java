package io.wenda.browser;

import com.microsoft.playwright.Page;
import io.wenda.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A test that people do by clicking. The application is at {@link #OUTSIDE}'s address on localhost,
 * pages of its customers are on 127.0.0.1; no request gets any further.
 */
abstract class BrowserTest extends RunningApplication {
    @RegisterExtension final Screens screens = new Screens();

    private final List<HostPage> hostPages = new ArrayList<>();

    /** Somebody at a screen of her own. */
    Person person(String name, Look look) {
        return screens.person(name, look);
    }

    /** Somebody at a screen of her own, on a page of the application. */
    Page at(String path, Look look) {
        var page = person("somebody", look).page();
        page.navigate(OUTSIDE.base() + path);
        return page;
    }

    /** A page of a company, empty so far. */
    HostPage hostPage() {
        var page = new HostPage(OUTSIDE.base());
        hostPages.add(page);
        return page;
    }

    @AfterEach
    void closeHostPages() {
        hostPages.forEach(HostPage::close);
    }
}
