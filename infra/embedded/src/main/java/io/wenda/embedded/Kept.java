package io.wenda.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** An engine's port and passwords, chosen once and kept in its folder for its owner's eyes only. */
final class Kept {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path file;
    private final Properties values = new Properties();

    Kept(Path folder) throws IOException {
        file = folder.resolve("engine.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
    }

    synchronized String secret(String name) throws IOException {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return put(name, HexFormat.of().formatHex(bytes));
    }

    /** The kept port, or another one when a stranger sits on it. */
    synchronized int port() throws IOException {
        var known = values.getProperty("port");
        if (known != null && isFree(Integer.parseInt(known))) {
            return Integer.parseInt(known);
        }
        return Integer.parseInt(put("port", Integer.toString(freePort())));
    }

    private String put(String name, String value) throws IOException {
        values.setProperty(name, value);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(file.getParent(), "engine", ".new", ownerOnly);
        try (var writer = Files.newBufferedWriter(fresh)) {
            values.store(writer, null);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return value;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
