package io.wenda.api.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.util.LambdaSafe;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where the application listens on 127.0.0.1, it listens on ::1 too, with the same settings:
 * browsers and tools read {@code localhost} as either. After all who set up the first connector.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Loopback implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ServerProperties server;

    Loopback(ServerProperties server) {
        this.server = server;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        var address = server.getAddress();
        var port = server.getPort() == null ? 8080 : server.getPort();
        if (address != null
                && address.getHostAddress().equals("127.0.0.1")
                && port > 0
                && available()) {
            factory.addAdditionalConnectors(connector(factory, port));
        }
    }

    private static Connector connector(TomcatServletWebServerFactory factory, int port) {
        var connector = new Connector(PacedProtocol.class.getName());
        connector.setPort(port);
        equip(factory, connector.getProtocolHandler());
        for (TomcatConnectorCustomizer each : factory.getConnectorCustomizers()) {
            each.customize(connector);
        }
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(ipv6());
        }
        return connector;
    }

    @SuppressWarnings("unchecked")
    private static void equip(TomcatServletWebServerFactory factory, ProtocolHandler handler) {
        LambdaSafe.callbacks(
                        TomcatProtocolHandlerCustomizer.class,
                        factory.getProtocolHandlerCustomizers(),
                        handler)
                .invoke(customizer -> customizer.customize(handler));
    }

    /** Whether this machine has the address ::1. */
    private static boolean available() {
        try (var _ = new ServerSocket(0, 1, ipv6())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static InetAddress ipv6() {
        return InetAddress.ofLiteral("::1");
    }
}
