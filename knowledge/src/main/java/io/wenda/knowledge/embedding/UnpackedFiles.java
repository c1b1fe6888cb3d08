package io.wenda.knowledge.embedding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The large files of the class path that native code reads, unpacked once for all starts. Each lies
 * in a folder named after its sum, so that those of another release stand beside them.
 */
final class UnpackedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedFiles.class);

    private final String folder;

    /** Without a folder nothing is kept. */
    UnpackedFiles(String folder) {
        this.folder = folder;
    }

    /** The file; empty where none can be kept. */
    Optional<Path> kept(String resource) {
        if (folder.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(unpacked(resource));
        } catch (IOException e) {
            LOG.warn("{} is not kept unpacked in {}: {}", resource, folder, e.toString());
            return Optional.empty();
        }
    }

    private Path unpacked(String resource) throws IOException {
        var url = UnpackedFiles.class.getResource(resource);
        if (url == null) {
            throw new FileNotFoundException("it is not on the class path");
        }
        var entry = entry(url);
        var sum = HexFormat.of().toHexDigits((int) entry.getCrc());
        var name = resource.substring(resource.lastIndexOf('/') + 1);
        var file = Path.of(folder, sum, name).toAbsolutePath();
        if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
            unpack(url, file);
        }
        return file;
    }

    private static ZipEntry entry(URL url) throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarEntry();
        }
        throw new FileNotFoundException("it is in no jar");
    }

    /** Made aside and renamed when whole: another process may do the same. */
    private static void unpack(URL url, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = Files.createTempFile(file.getParent(), "unpacking-", "");
        try (var packed = url.openStream()) {
            Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
