package io.wenda.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Where the application listens on 127.0.0.1, it listens on ::1 too: browsers and tools read {@code
 * localhost} as either.
 */
@Component
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
            factory.addAdditionalConnectors(connector(port));
        }
    }

    private static Connector connector(int port) {
        var connector = new Connector();
        connector.setPort(port);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(ipv6());
            protocol.setExecutor(new VirtualThreadExecutor("ipv6-"));
        }
        return connector;
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
