package io.wenda.knowledge.exchange.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Office file for the library that reads it: those of the ZIP's directory, as
 * {@link Packed} has counted them. Left to itself the library would go from part to part, and find
 * others.
 */
final class PackedParts implements ZipEntrySource {
    private final ZipFile zip;
    private final long most;
    private long inMemory;
    private boolean piecemeal;
    private boolean closed;

    PackedParts(byte[] bytes, FileLimits limits) throws IOException {
        zip = zip(bytes);
        most = Packed.mostInMemory(limits);
    }

    static ZipFile zip(byte[] bytes) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }

    /** The package of them; what is read of them stands in memory, many times as large. */
    OPCPackage open() throws InvalidFormatException {
        try {
            return OPCPackage.open(this);
        } catch (InvalidFormatException | RuntimeException e) {
            requireMemory(); // the library swallows our own refusal
            throw e;
        }
    }

    /** From now on, what is read is not kept, or has been counted as what is. */
    void readPiecemeal() {
        piecemeal = true;
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return zip.getEntries();
    }

    @Override
    public @Nullable ZipArchiveEntry getEntry(String name) {
        return zip.getEntry(name);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry part) throws IOException {
        return new Counted(zip.getInputStream(part));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = in.read(into, from, length);
            count(read);
            return read;
        }

        private void count(int bytes) {
            inMemory += piecemeal ? 0 : Math.max(0, bytes);
            requireMemory();
        }
    }

    private void requireMemory() {
        Packed.require(inMemory, most, "what is packed in the file beside its text");
    }
}
