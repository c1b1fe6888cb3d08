package io.wenda.api.security;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * A connection on which one thread says something while the others wait: the container takes no two
 * messages at once. Nothing is kept for a slow reader; whoever sends to her waits, as long as the
 * container does (20 s).
 */
final class OneAtATime extends WebSocketSessionDecorator {
    private final ReentrantLock sending = new ReentrantLock();

    OneAtATime(WebSocketSession connection) {
        super(connection);
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        sending.lock();
        try {
            super.sendMessage(message);
        } finally {
            sending.unlock();
        }
    }

    /** Not where somebody is sending: then the client hears something anyway. */
    void sendWhereQuiet(WebSocketMessage<?> message) throws IOException {
        if (sending.tryLock()) {
            try {
                super.sendMessage(message);
            } finally {
                sending.unlock();
            }
        }
    }
}
