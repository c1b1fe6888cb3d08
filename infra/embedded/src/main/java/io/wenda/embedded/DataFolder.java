package io.wenda.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The folder that holds all engines' data, owned by one process at a time. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "engines.lock";
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
        var channel =
                FileChannel.open(
                        absolute.resolve(LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            var owner = Files.readString(absolute.resolve(LOCK)).strip();
            channel.close();
            throw new DataFolderInUse(absolute, owner);
        }
        channel.truncate(0);
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return new DataFolder(absolute, channel, throwaway);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
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
        if (throwaway) {
            delete(path);
        }
    }

    static void delete(Path tree) throws IOException {
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
