package io.wenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole application, once for all tests that extend it, on engines of its own, or outside of
 * Maven on those that the environment names. Each test works in companies of its own.
 */
@SpringBootTest(
        classes = Wenda.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "wenda.embedded.throwaway=true",
            "wenda.data=${wenda.test.folder:target}/data",
            "management.server.port=0",
            "wenda.limits.sign-up-burst=10000",
            "wenda.limits.sign-ins-a-minute=10000",
            "wenda.limits.sessions-a-minute=10000",
            "wenda.limits.visitor-operation-burst=10000",
            "wenda.limits.company-operations-a-second=10",
            "wenda.limits.visitor-message-burst=10000",
            "wenda.http.request-within=5s",
            "wenda.sockets.message-within=2s",
            "wenda.sockets.heartbeat=2s",
            "spring.graphql.websocket.connection-init-timeout=5s",
            "wenda.limits.typing-burst=10000"
        })
@Import({Statements.class, ShopSystem.class})
@TestExecutionListeners(
        listeners = StartedBefore.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public abstract class RunningApplication {
    /** Known before the start: the application's public URL names it. */
    private static final int PORT = freePort();

    /** The application as a client finds it. */
    protected static final Outside OUTSIDE = new Outside("http://localhost:" + PORT);

    @DynamicPropertySource
    static void listen(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
