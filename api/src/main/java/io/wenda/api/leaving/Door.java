package io.wenda.api.leaving;

import java.util.List;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes the listening socket first and sends the long connections away then: the other way round
 * they would come back to this node. What is asked already, the web server's own graceful end waits
 * for. An application that is only paused, as tests do it, keeps its door.
 */
@Component
class Door implements SmartLifecycle {
    private final ApplicationContext context;
    private volatile List<Connector> connectors = List.of();
    private volatile boolean running;
    private volatile boolean leaving;

    Door(ApplicationContext context) {
        this.context = context;
    }

    /** Told before anything stops; the operators' door has an end of its own. */
    @EventListener
    void closing(ContextClosedEvent event) {
        if (context.equals(event.getApplicationContext())) {
            leaving = true;
        }
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
        if (leaving) {
            connectors.forEach(it -> it.getProtocolHandler().closeServerSocketGraceful());
            context.publishEvent(new Leaving());
        }
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
