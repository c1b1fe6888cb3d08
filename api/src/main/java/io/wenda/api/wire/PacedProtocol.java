package io.wenda.api.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * HTTP/1.1 of Tomcat, which bounds the time between two reads alone, with a bound for the whole
 * request. It is kept where bytes are read from the socket: there headers, bodies, chunk lines and
 * what is read to nobody's use look the same. What a request became (a WebSocket, a stream of
 * events) is no request any more.
 */
public final class PacedProtocol extends Http11NioProtocol {
    private HttpSettings settings = new HttpSettings(Duration.ofSeconds(20), DataSize.ofBytes(500));

    /** Tomcat makes it by its name. */
    public PacedProtocol() {
        super(new PacedEndpoint());
    }

    void set(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    protected Processor createProcessor() {
        return new PacedProcessor(this, settings);
    }

    private static final class PacedEndpoint extends NioEndpoint {
        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? super.createChannel(buffers) : new PacedChannel(buffers);
        }
    }

    private static final class PacedChannel extends NioChannel {
        private volatile @Nullable Pace pace;

        PacedChannel(SocketBufferHandler buffers) {
            super(buffers);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            var bytes = super.read(target);
            var kept = pace;
            if (kept != null) {
                kept.read(bytes, System.nanoTime());
            }
            return bytes;
        }
    }

    private static final class PacedProcessor extends Http11Processor {
        private final Pace pace;

        PacedProcessor(PacedProtocol protocol, HttpSettings settings) {
            super(protocol, protocol.getAdapter());
            this.pace = new Pace(settings, request::getStartTimeNanos);
        }

        @Override
        public SocketState process(SocketWrapperBase<?> socket, SocketEvent status)
                throws IOException {
            if (!(socket.getSocket() instanceof PacedChannel channel)) {
                return super.process(socket, status);
            }
            channel.pace = pace;
            try {
                return super.process(socket, status);
            } finally {
                channel.pace = null;
            }
        }
    }
}
