package io.wenda.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once for each version, and its data, made once for each folder.
 */
final class PostgreSqlFiles {
    static final String SCRAM_ITERATIONS = "1";
    private static final String VERSION = "18.6";
    private final Path folder;
    private final Path unpacked;

    PostgreSqlFiles(Path folder, Path unpacked) {
        this.folder = folder;
        this.unpacked = unpacked;
    }

    Path data() {
        return folder.resolve("db");
    }

    /**
     * The folder of the programs, beside the other engines' where that can be written, else in the
     * data folder.
     */
    Path programs() throws IOException {
        var name = "postgres-" + VERSION;
        var beside = unpacked.resolve(name);
        var own = folder.resolve(name);
        if (!Files.exists(beside) && !Files.exists(own)) {
            unpack(Files.isWritable(unpacked) ? beside : own);
        }
        return (Files.exists(beside) ? beside : own).resolve("bin");
    }

    private static void unpack(Path target) throws IOException {
        var fresh = Files.createTempDirectory(target.getParent(), target.getFileName() + ".new");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var archive = "/postgres-linux-" + arch + ".txz";
        try (var resource = PostgreSqlFiles.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new EngineFailed(
                        "No PostgreSQL for this machine: "
                                + archive
                                + " is not on the class path.");
            }
            try (var tar =
                    new TarArchiveInputStream(
                            new XZCompressorInputStream(new BufferedInputStream(resource)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, fresh.resolve(entry.getName()));
                }
            }
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            DataFolder.delete(fresh); // another process was faster
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var mode = (entry.getMode() & 0111) == 0 ? "rw-r--r--" : "rwxr-xr-x";
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
    }

    /** Made aside and renamed when whole, so that a kill in the middle leaves nothing half made. */
    void initialise(Path programs, String password) throws IOException {
        if (Files.exists(data())) {
            return;
        }
        var fresh = folder.resolve("db.new");
        DataFolder.delete(fresh);
        var passwordFile = Files.writeString(folder.resolve("initdb.password"), password);
        try {
            var command = new ArrayList<>(Unprivileged.prefix(folder));
            command.addAll(
                    List.of(
                            programs.resolve("initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=postgres",
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--set=scram_iterations=" + SCRAM_ITERATIONS,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions"));
            run(command);
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private static void run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new EngineFailed("PostgreSQL's data cannot be made:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted while PostgreSQL's data were made", e);
        }
    }
}
