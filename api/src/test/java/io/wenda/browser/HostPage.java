package io.wenda.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A customer's page on a site of its own, which carries the widget: another origin and another site
 * than the application's.
 */
final class HostPage implements AutoCloseable {
    private final HttpServer server;
    private final String application;
    private volatile String policy = "";
    private volatile String language = "en";
    private volatile String head = "";
    private volatile String body = "";

    HostPage(String application) {
        this.application = application;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its origin, and its address. */
    String origin() {
        return origin("127.0.0.1");
    }

    /** The same page under another host, such as {@code evil.test}. */
    String origin(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    /** Carries the script tag of the channel with that public key, with more attributes or none. */
    HostPage carrying(String publicKey, String... attributes) {
        return with(
                "<script async src=\"%s/w/loader.js\" data-channel=\"%s\" %s></script>"
                        .formatted(application, publicKey, String.join(" ", attributes)));
    }

    /** Carries this HTML at the end of its body, such as a script tag that the console gave. */
    HostPage with(String html) {
        body = html;
        return this;
    }

    /** Is in this language, which the widget takes as its own. */
    HostPage in(String locale) {
        language = locale;
        return this;
    }

    /** Carries this HTML in its head, such as styles of its own. */
    HostPage headed(String html) {
        head = html;
        return this;
    }

    /** Sends this Content-Security-Policy. */
    HostPage under(String contentSecurityPolicy) {
        policy = contentSecurityPolicy;
        return this;
    }

    /**
     * Sends the strictest policy under which the widget must still work; {@code x} is the nonce of
     * its own styles.
     */
    HostPage underStrictestPolicy() {
        return under(
                "default-src 'none'; style-src 'nonce-x'; script-src %1$s; frame-src %1$s; require-trusted-types-for 'script'"
                        .formatted(application));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/favicon.ico")) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        var html =
                """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Tea shop</title>
                %s
                <main><h1>Tea shop</h1><p>Oolong, green and white tea.</p></main>
                %s
                </html>
                """
                        .formatted(language, head, body)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        if (!policy.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        }
        exchange.sendResponseHeaders(200, html.length);
        try (var out = exchange.getResponseBody()) {
            out.write(html);
        }
    }
}
