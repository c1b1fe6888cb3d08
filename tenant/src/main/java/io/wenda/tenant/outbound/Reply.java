package io.wenda.tenant.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What an outside address says, while it says it. */
public final class Reply implements AutoCloseable {
    private final int status;
    private final InputStream body;
    private final Runnable begun;

    Reply(int status, InputStream body, int limit, Runnable begun) {
        this.status = status;
        this.body = new Limited(body, limit);
        this.begun = begun;
    }

    public int status() {
        return status;
    }

    /** Fails beyond the limit. */
    public InputStream body() {
        return body;
    }

    /** What was waited for has begun to come. */
    public void began() {
        begun.run();
    }

    @Override
    public void close() {
        // the connection is dropped by who made it
    }

    /** More came than is taken. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Limited extends FilterInputStream {
        private int left;

        Limited(InputStream body, int limit) {
            super(body);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            counted(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return counted(super.read(into, from, most));
        }

        private int counted(int read) throws IOException {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new TooLarge();
            }
            return read;
        }
    }
}
