package io.wenda.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The few requests to an engine on loopback that need no driver. */
final class Http {
    private static final int TIMEOUT_MILLIS = 3000;

    private Http() {}

    /** The status, or what went wrong. */
    static String get(int port, String path) {
        try {
            return Integer.toString(open(port, path).getResponseCode());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The status, or what went wrong. */
    static String post(int port, String body, Map<String, String> headers) {
        try {
            var connection = open(port, "/");
            headers.forEach(connection::setRequestProperty);
            connection.setDoOutput(true);
            try (var out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
            return Integer.toString(connection.getResponseCode());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static HttpURLConnection open(int port, String path) throws IOException {
        var connection =
                (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestProperty("Connection", "close");
        return connection;
    }
}
