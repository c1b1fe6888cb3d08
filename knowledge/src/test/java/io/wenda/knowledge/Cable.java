package io.wenda.knowledge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server, that a test can pull out and put back. */
public final class Cable implements AutoCloseable {
    private final InetSocketAddress target;
    private final InetSocketAddress address;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    Cable(String url) throws IOException {
        var there = URI.create(url);
        target = new InetSocketAddress(there.getHost(), there.getPort());
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        address = (InetSocketAddress) server.getLocalSocketAddress();
        serve(server);
    }

    String url() {
        return "http://127.0.0.1:" + address.getPort();
    }

    /** Does the work while the server cannot be reached. */
    public void pulled(Runnable work) {
        try {
            close();
            work.run();
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(address);
            serve(server);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void serve(ServerSocket open) {
        Thread.ofVirtual()
                .start(() -> {
                    while (!open.isClosed()) {
                        try {
                            connect(open.accept());
                        } catch (IOException _) {
                            // pulled, or the other end is away: both are what the test wants to see
                        }
                    }
                });
    }

    private void connect(Socket here) throws IOException {
        sockets.add(here);
        var there = new Socket(target.getAddress(), target.getPort());
        sockets.add(there);
        pump(here, there);
        pump(there, here);
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual()
                .start(() -> {
                    try (from;
                            to) {
                        from.getInputStream().transferTo(to.getOutputStream());
                    } catch (IOException _) {
                        // the end of a connection
                    }
                });
    }
}
