package io.wenda.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of the demo's shop, on an address of its own as a customer's page is, with nothing of
 * Wenda in it but the one script tag.
 */
final class ShopPage implements AutoCloseable {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z0-9]+)}}");
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final String template;
    private final Map<String, Map<String, String>> words;
    private final Map<String, String> channel;

    private ShopPage(HttpServer server, String wenda, String key) {
        this.server = server;
        this.template = Texts.file("shop.html");
        this.words = Texts.shop();
        this.channel = Map.of("wenda", wenda, "key", key);
    }

    /**
     * Opens the shop on loopback.
     *
     * @param wenda where the widget comes from
     * @param key of the channel
     */
    static ShopPage open(int port, String wenda, String key) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var page = new ShopPage(HttpServer.create(address, 0), wenda, key);
        page.server.createContext("/", page::answer);
        page.server.start();
        return page;
    }

    /** Where it is. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange request) throws IOException {
        try (request) {
            var there = request.getRequestURI().getPath().equals("/");
            var english =
                    Objects.requireNonNullElse(request.getRequestURI().getQuery(), "")
                            .contains("lang=en");
            var body =
                    (there ? page(english ? "en" : "zh-CN") : "not here")
                            .getBytes(StandardCharsets.UTF_8);
            var headers = request.getResponseHeaders();
            headers.set("Content-Type", (there ? "text/html" : "text/plain") + "; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            request.sendResponseHeaders(there ? FOUND : NOT_FOUND, body.length);
            request.getResponseBody().write(body);
        }
    }

    private String page(String locale) {
        var own = Objects.requireNonNull(words.get(locale));
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(word(own, place.group(1), locale)));
    }

    private String word(Map<String, String> own, String name, String locale) {
        if (name.equals("locale")) {
            return locale;
        }
        var word = channel.containsKey(name) ? channel.get(name) : own.get(name);
        return Objects.requireNonNull(word, name);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
