package io.wenda.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;

/** One connection of one caller, which costs the driver as little as a connection can. */
final class Line implements AutoCloseable {
    /** As a browser's: its body does not wait for a 100. */
    private static final HttpProcessor HEADERS =
            new DefaultHttpProcessor(new RequestTargetHost(), new RequestContent());

    private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();
    private static final int ANSWER_MILLIS = 60_000;

    private final HttpClientConnection connection;
    private final HttpHost host;
    private final Map<String, String> headers;

    /** Connects; the headers go with each request. */
    Line(int port, Map<String, String> headers) {
        this.host = new HttpHost("http", "localhost", port);
        this.headers = headers;
        try {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            connection =
                    DefaultBHttpClientConnectionFactory.builder().build().createConnection(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of the answer to a POST of that GraphQL request. */
    String ask(byte[] request) {
        try {
            var post = new BasicClassicHttpRequest("POST", host, "/graphql");
            headers.forEach(post::addHeader);
            post.addHeader("Accept", "application/graphql-response+json");
            post.setEntity(new ByteArrayEntity(request, ContentType.APPLICATION_JSON));
            var context = HttpCoreContext.create();
            EXECUTOR.preProcess(post, HEADERS, context);
            try (var answer = EXECUTOR.execute(post, connection, context)) {
                return EntityUtils.toString(answer.getEntity(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (HttpException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
