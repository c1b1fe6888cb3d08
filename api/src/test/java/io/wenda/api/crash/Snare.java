package io.wenda.api.crash;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A debugger that holds the application still at a point, so that it, or an engine, dies exactly
 * there; the application's own code knows nothing of it.
 */
final class Snare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snare.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final VirtualMachine machine;
    private final Point point;

    private Snare(VirtualMachine machine, Point point) {
        this.machine = machine;
        this.point = point;
    }

    /** What the application must be started with. */
    static String agent(int port) {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
                + port;
    }

    /** Laid in the running application, or in one that is just starting. */
    static Snare lay(int port, Point point) throws IOException {
        var snare = new Snare(attached(port), point);
        snare.lay();
        return snare;
    }

    private static VirtualMachine attached(int port) throws IOException {
        AttachingConnector connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(it -> it.name().equals("com.sun.jdi.SocketAttach"))
                        .findFirst()
                        .orElseThrow();
        var arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return connector.attach(arguments);
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.onSpinWait();
            } catch (IllegalConnectorArgumentsException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void lay() {
        var requests = machine.eventRequestManager();
        var prepared = requests.createClassPrepareRequest();
        prepared.addClassFilter(point.type());
        prepared.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        prepared.enable();
        machine.classesByName(point.type()).forEach(this::stopAt);
    }

    private void stopAt(ReferenceType type) {
        var methods = type.methodsByName(point.method());
        if (methods.isEmpty()) {
            throw new IllegalStateException(point + ": there is no such method any more");
        }
        for (var method : methods) {
            var stop = machine.eventRequestManager().createBreakpointRequest(method.location());
            stop.setSuspendPolicy(EventRequest.SUSPEND_ALL);
            stop.enable();
        }
    }

    /** Returns while all of the application stands still at the point. */
    void await() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var events = machine.eventQueue().remove(1000);
            if (events == null) {
                continue;
            }
            var caught = false;
            for (var event : events) {
                prepared(event).ifPresent(this::stopAt);
                caught |= event instanceof BreakpointEvent;
            }
            if (caught) {
                return;
            }
            events.resume();
        }
        throw new AssertionError("the application never came to where " + point);
    }

    private static Optional<ReferenceType> prepared(@Nullable Event event) {
        return event instanceof ClassPrepareEvent prepare
                ? Optional.of(prepare.referenceType())
                : Optional.empty();
    }

    /** Lets the application go on, if it still lives. */
    @Override
    public void close() {
        try {
            machine.dispose();
        } catch (VMDisconnectedException e) {
            LOG.debug("it was killed {}", point, e);
        }
    }
}
