package io.wenda.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The list of a backup's files with their SHA-256, as sha256sum writes it. It is written last: a
 * folder without it is no backup.
 */
final class Contents {
    private static final String NAME = "SHA256SUMS";

    private Contents() {}

    static void write(Path backup) throws IOException {
        var lines = new ArrayList<String>();
        for (var file : files(backup)) {
            lines.add(digest(file) + "  " + backup.relativize(file));
        }
        var fresh = Files.write(backup.resolve(NAME + ".new"), lines);
        Files.move(fresh, backup.resolve(NAME));
    }

    /** Every file is there as it was written, and no other one. */
    static void verify(Path backup) throws IOException {
        var list = backup.resolve(NAME);
        if (!Files.exists(list)) {
            throw new BackupFailed(backup + " is no finished backup: it has no " + NAME);
        }
        var expected = new TreeMap<String, String>();
        for (var line : Files.readAllLines(list)) {
            expected.put(line.substring(66), line.substring(0, 64));
        }
        var found = new TreeMap<String, String>();
        for (var file : files(backup)) {
            found.put(backup.relativize(file).toString(), digest(file));
        }
        found.remove(NAME);
        if (!found.equals(expected)) {
            var wrong = new ArrayList<String>(expected.keySet());
            wrong.removeIf(name -> Objects.equals(expected.get(name), found.get(name)));
            throw new BackupFailed(backup + " was damaged or changed: " + wrong);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String digest(Path file) throws IOException {
        try (var in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.toList().reversed()) {
                Files.delete(path);
            }
        }
    }
}
