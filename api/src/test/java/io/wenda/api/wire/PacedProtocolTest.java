package io.wenda.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Wire;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** On a server that waits less than the application does. */
class PacedProtocolTest {
    private static final Duration WITHIN = Duration.ofMillis(400);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Tomcat SERVER = new Tomcat();

    @TempDir static Path folder;

    @BeforeAll
    static void start() throws LifecycleException {
        var connector = new Connector(PacedProtocol.class.getName());
        if (connector.getProtocolHandler() instanceof PacedProtocol paced) {
            paced.set(new HttpSettings(WITHIN, DataSize.ofKilobytes(1)));
        }
        connector.setPort(0);
        SERVER.setBaseDir(folder.toString());
        SERVER.setConnector(connector);
        var context = SERVER.addContext("", null);
        Tomcat.addServlet(context, "counting", new Counting()).addMapping("/count");
        Tomcat.addServlet(context, "ignoring", new Ignoring()).addMapping("/ignore");
        SERVER.start();
    }

    @AfterAll
    static void stop() throws LifecycleException {
        SERVER.stop();
        SERVER.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "the request line, '', x",
        "a header, 'GET /count HTTP/1.1\r\nHost: a\r\nX: ', y",
        "many headers, 'GET /count HTTP/1.1\r\nHost: a\r\n', 'X: y\r\n'",
        "a body, 'POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n', x",
        "chunks, 'POST /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\nx\r\n'",
        "a chunk's line, 'POST /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;', y",
        "trailers, 'POST /count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n', 'X: y\r\n'",
        "a form, 'POST /count HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n', x",
        "a body that nobody reads, 'POST /ignore HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n', x"
    })
    void whateverComesByteByByteIsCutOff(String what, String head, String piece) {
        try (var other = wire();
                var slow = wire()) {
            slow.send(head);

            slow.trickle(piece, PAUSE);

            assertThat(slow.toString()).as(what).doesNotContain("bytes");
            other.send("GET /count HTTP/1.1\r\nHost: a\r\n\r\n");
            other.until("0 bytes");
        }
    }

    @Test
    void aLargeBodyOnASlowLineComesThrough() {
        try (var slow = wire()) {
            slow.send("POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
            for (var sent = 0; sent < 100_000; sent += 1_000) {
                slow.send("x".repeat(1_000));
                slow.pause(PAUSE);
            }

            slow.until("100000 bytes");
        }
    }

    @Test
    void whoKeepsAConnectionIsNotWaitedFor() {
        try (var kept = wire()) {
            for (var each : new String[] {"0", "3", "5"}) {
                assertThat(kept.pause(WITHIN.multipliedBy(2))).isTrue();
                kept.send(
                        "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: %s\r\n\r\n"
                                .formatted(each));
                kept.pause(PAUSE);
                kept.send("x".repeat(Integer.parseInt(each)));
                kept.until(each + " bytes");
            }
        }
    }

    private static Wire wire() {
        return Wire.to("127.0.0.1", SERVER.getConnector().getLocalPort());
    }

    private static final class Counting extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            // what Tomcat reads by itself
            assertThat(request.getParameter("none")).isNull();
            var length = request.getInputStream().readAllBytes().length;
            response.getWriter().print(length + " bytes");
        }
    }

    private static final class Ignoring extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}
