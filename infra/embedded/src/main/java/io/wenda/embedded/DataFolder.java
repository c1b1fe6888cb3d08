package io.wenda.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that holds all engines' data, owned by one process at a time. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "engines.lock";
    private static final String PID = Long.toString(ProcessHandle.current().pid());

    /**
     * A process loses its lock when it closes any other handle of the file, so it must not try
     * twice.
     */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final boolean throwaway;

    private DataFolder(Path path, FileChannel channel, boolean throwaway) {
        this.path = path;
        this.channel = channel;
        this.throwaway = throwaway;
    }

    static DataFolder open(Path path) throws IOException {
        return open(path, false);
    }

    /** A new folder that is gone when it is closed. */
    static DataFolder throwaway() throws IOException {
        return open(Files.createTempDirectory("wenda-engines-"), true);
    }

    private static DataFolder open(Path path, boolean throwaway) throws IOException {
        var absolute = Files.createDirectories(path.toAbsolutePath().normalize()).toRealPath();
        if (!HERE.add(absolute)) {
            throw new DataFolderInUse(absolute, PID);
        }
        try {
            return new DataFolder(absolute, locked(absolute), throwaway);
        } catch (IOException | RuntimeException e) {
            HERE.remove(absolute);
            throw e;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new DataFolderInUse(folder, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(PID.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    Path path() {
        return path;
    }

    /** An engine's own folder, closed to other users. */
    Path of(EngineKind kind) throws IOException {
        var folder = Files.createDirectories(path.resolve(kind.word()));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HERE.remove(path);
        if (throwaway) {
            delete(path);
        }
    }

    /** With all that is in it, if it is there. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var all = Files.walk(tree)) {
            all.sorted(Comparator.reverseOrder()).forEach(DataFolder::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
