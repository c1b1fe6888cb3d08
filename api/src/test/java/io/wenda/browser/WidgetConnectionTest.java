package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What she wrote and what she reads, over networks as they are. */
class WidgetConnectionTest extends BrowserTest {
    private static final Pattern SOCKET = Pattern.compile("ws://.*/graphql");
    private static final int MESSAGES = 300;
    private static final int CUTS = 30;

    private WidgetShop shop() {
        var shop = WidgetShop.on(hostPage(), OUTSIDE.newCompany("Tea " + UUID.randomUUID()), false);
        shop.page().carrying(shop.key());
        shop.available(true);
        return shop;
    }

    private static Widget begun(Person she, WidgetShop shop) {
        she.page().navigate(shop.page().origin());
        var widget = new Widget(she.page()).opened();
        widget.says("Hello");
        widget.shows("Hello");
        return widget;
    }

    @Test
    void sheSeesWhatTheServerHasThoughTheSocketIsCutThirtyTimesWhileBothWrite() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en"));
        var sockets = new ArrayList<WebSocketRoute>();
        she.page()
                .routeWebSocket(
                        SOCKET,
                        socket -> {
                            socket.connectToServer();
                            sockets.add(socket);
                        });
        var widget = begun(she, shop);
        var conversation = shop.conversation();

        for (var i = 0; i < MESSAGES; i++) {
            if (i % 2 == 0) {
                shop.writes(conversation, "theirs " + i);
            } else {
                widget.says("hers " + i);
            }
            if (i % (MESSAGES / CUTS) == 0) {
                var before = sockets.size();
                sockets.getLast().close();
                she.page().waitForCondition(() -> sockets.size() > before);
            }
        }

        assertThat(widget.bubbles()).hasCount(1 + MESSAGES);
        assertThat(sockets).hasSizeGreaterThan(CUTS);
        var stored =
                shop.transcript(conversation).stream().map(it -> it.split(": ", 2)[1]).toList();
        assertThat(stored).hasSize(1 + MESSAGES);
        assertThat(widget.transcript()).isEqualTo(stored);
        assertThat(stored.stream().filter(it -> it.startsWith("hers")).toList())
                .isEqualTo(
                        IntStream.range(0, MESSAGES)
                                .filter(it -> it % 2 == 1)
                                .mapToObj(it -> "hers " + it)
                                .toList());
    }

    @Test
    void whatSheWritesOfflineWaitsAndGoesInOrder() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en")).expecting("ERR_INTERNET_DISCONNECTED");
        var widget = begun(she, shop);
        var conversation = shop.conversation();
        she.context().setOffline(true);
        for (var text : List.of("one", "two", "three")) {
            widget.says(text);
        }
        assertThat(widget.panel().locator(".waits")).hasCount(3);
        assertThat(widget.panel().locator(".notice")).isVisible();
        widget.isAccessible();
        shop.writes(conversation, "while she was away");

        she.context().setOffline(false);

        widget.shows("while she was away");
        assertThat(widget.panel().locator(".waits")).hasCount(0);
        assertThat(shop.transcript(conversation))
                .containsExactly(
                        "CONTACT: Hello",
                        "AGENT: while she was away",
                        "CONTACT: one",
                        "CONTACT: two",
                        "CONTACT: three");
        assertThat(widget.transcript())
                .containsExactly("Hello", "while she was away", "one", "two", "three");
    }

    @Test
    void whatSheWroteOfflineIsSentByThePageThatComesAfter() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en")).expecting("ERR_FAILED");
        var widget = begun(she, shop);
        var conversation = shop.conversation();
        she.context().route("**/graphql", route -> route.abort());
        widget.says("written in a tunnel");
        assertThat(widget.panel().locator(".waits")).hasCount(1);
        she.context().unroute("**/graphql");

        she.page().reload();

        widget.opened().shows("written in a tunnel");
        assertThat(shop.transcript(conversation))
                .containsExactly("CONTACT: Hello", "CONTACT: written in a tunnel");
    }

    @Test
    void eventsOfTheServerCarryItWhereSocketsAreBlocked() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en"));
        she.page().routeWebSocket(SOCKET, WebSocketRoute::close);
        var streams = new ArrayList<String>();
        she.page()
                .onRequest(request -> {
                    if ("text/event-stream".equals(request.headers().get("accept"))) {
                        streams.add(request.url());
                    }
                });
        var widget = begun(she, shop);

        she.page().waitForCondition(() -> !streams.isEmpty());
        shop.writes(shop.conversation(), "without a socket");

        widget.shows("without a socket");
    }

    @Test
    void theLoaderKeepsHerConversationWhereTheFrameHasNoStorage() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en"));
        she.context()
                .addInitScript(
                        """
                        if (location.hostname === 'localhost') Object.defineProperty(window, 'localStorage', {
                          get() { throw new DOMException('blocked', 'SecurityError'); } });
                        """);
        var widget = begun(she, shop);

        she.page().reload();

        widget.opened().shows("Hello");
        widget.says("still me");
        widget.shows("still me");
        assertThat(shop.transcript(shop.conversation()))
                .containsExactly("CONTACT: Hello", "CONTACT: still me");
    }

    @Test
    void aReturningVisitorIsToldOfWhatSheHasNotSeen() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en"));
        var widget = begun(she, shop);
        var conversation = shop.conversation();

        she.page().reload();
        shop.writes(conversation, "are you there?");

        assertThat(widget.launcher()).hasAccessibleName("Open chat (1)");
        widget.isAccessible();
        widget.opened().shows("are you there?");
        widget.field().press("Escape");
        assertThat(widget.launcher()).hasAccessibleName("Open chat");
        assertThat(widget.launcher()).isFocused();
    }

    @Test
    void typingIsShownOnTheOtherSide() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en"));
        var widget = begun(she, shop);

        assertThat(widget.log().locator(".dots")).hasCount(0);
        shop.types(shop.conversation());

        assertThat(widget.log().locator(".dots")).containsText("Owner is typing");
        widget.isAccessible();
    }

    @Test
    void olderMessagesComePageByPage() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en"));
        var widget = begun(she, shop);
        var conversation = shop.conversation();
        IntStream.range(0, 40).forEach(i -> shop.writes(conversation, "line " + i));
        she.page().reload();
        widget.opened();
        assertThat(widget.bubbles()).hasCount(30);
        widget.log().press("Home");
        assertThat(widget.button("Newest messages")).isVisible();
        widget.isAccessible();

        widget.button("Earlier messages").click();

        assertThat(widget.bubbles()).hasCount(41);
        assertThat(widget.transcript().getFirst()).isEqualTo("Hello");
    }

    @Test
    void noTokenIsInAnAddressOrACookie() {
        var shop = shop();
        var she = person("visitor", Look.desktop("en"));
        var addresses = new ArrayList<String>();
        she.page().onRequest(request -> addresses.add(request.url()));
        she.page().onWebSocket(socket -> addresses.add(socket.url()));
        begun(she, shop);

        assertThat(she.context().cookies()).isEmpty();
        assertThat(addresses).allMatch(address -> !address.contains("?") && !address.contains("#"));
        assertThat(she.page().frames().stream().map(it -> it.url()).toList())
                .containsExactlyInAnyOrder(
                        shop.page().origin() + "/", OUTSIDE.base() + "/w/" + shop.key() + "/panel");
    }
}
