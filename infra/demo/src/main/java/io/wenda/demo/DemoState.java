package io.wenda.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What is known of the demo between two starts: its passwords, when it was begun, and which steps
 * are done. It is written before anything is made, so that a demo whose making was cut off is
 * finished and not begun anew. Only its owner reads the file.
 */
final class DemoState {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DONE = "done.";

    private final Path file;
    private final Properties values = new Properties();

    private DemoState(Path file) {
        this.file = file;
    }

    /** The demo of that file, begun now where there is none. */
    static DemoState in(Path file, Instant now) {
        var state = new DemoState(file);
        if (Files.exists(file)) {
            state.read();
        } else {
            state.set("begun", now.toString());
            for (var person : Person.values()) {
                state.set("password." + person.word(), password());
            }
        }
        return state;
    }

    /** Easy to type, and as good as 77 random bits. */
    private static String password() {
        var text = new StringBuilder();
        for (var i = 0; i < 16; i++) {
            text.append(i % 4 == 0 && i > 0 ? "-" : "");
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    Instant begun() {
        return Instant.parse(values.getProperty("begun"));
    }

    String password(Person person) {
        return values.getProperty("password." + person.word());
    }

    /** What makes a repeated sign-up the same one. */
    String signUpKey() {
        return values.getProperty("sign-up");
    }

    /** The next sign-up is another one. */
    void newSignUp() {
        set("sign-up", password());
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /** Keeps a value, on the disk when this returns. */
    void set(String name, String value) {
        values.setProperty(name, value);
        write();
    }

    /** Does a step, unless it is known to be done. */
    void once(String step, Runnable work) {
        if (get(DONE + step).isEmpty()) {
            work.run();
            set(DONE + step, "yes");
        }
    }

    private void read() {
        try (var text = Files.newBufferedReader(file)) {
            values.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        var next = file.resolveSibling(file.getFileName() + ".new");
        try {
            writePrivately(next, "");
            try (var text = Files.newBufferedWriter(next)) {
                values.store(text, "The demo; deleting this file does not delete the demo company");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that nobody else can read, not even for a moment. */
    static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
