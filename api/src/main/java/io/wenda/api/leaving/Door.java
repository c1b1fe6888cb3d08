package io.wenda.api.leaving;

import java.util.List;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes the listening socket first and sends the long connections away then: the other way round
 * they would come back to this node. What is asked already, the web server's own graceful end waits
 * for.
 */
@Component
class Door implements SmartLifecycle {
    private final ApplicationEventPublisher rooms;
    private volatile List<Connector> connectors = List.of();
    private volatile boolean running;

    Door(ApplicationEventPublisher rooms) {
        this.rooms = rooms;
    }

    /** The operators' own door stays open to the end. */
    @EventListener
    void opened(ServletWebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null
                && event.getWebServer() instanceof TomcatWebServer server) {
            connectors = List.of(server.getTomcat().getService().findConnectors());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        connectors.forEach(it -> it.getProtocolHandler().closeServerSocketGraceful());
        rooms.publishEvent(new Leaving());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
