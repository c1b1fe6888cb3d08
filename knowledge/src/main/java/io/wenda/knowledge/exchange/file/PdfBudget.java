package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSDictionary;

/**
 * How much of one PDF may be unpacked, and how much work it may make, whatever the numbers in it
 * say. Once it is used up it stays so, even if the library swallows the refusal.
 */
final class PdfBudget {
    private static final ScopedValue<PdfBudget> CURRENT = ScopedValue.newInstance();

    /** Everything of it may come to stand in memory at once, in objects that are larger. */
    private static final int MEMORY = 2;

    private static final int WORK = 20;
    private static final int TEXT = 5;
    private static final int MOST_ROW = 1024 * 1024;

    /** Of texts, lists and dictionaries in one stream: each is an object many times its bytes. */
    private static final int MOST_OPENED = 1_000_000;

    private static final int MOST_OPERATORS = 20_000_000;

    static {
        PdfFilter.guardAll();
    }

    private final long most;
    private final IdentityHashMap<COSDictionary, Integer> counted = new IdentityHashMap<>();
    private long left;
    private int operators;
    private long work;
    private long text;
    private boolean usedUp;

    PdfBudget(FileLimits limits) {
        most = limits.unpacked().toBytes() / MEMORY;
        left = most;
    }

    /** What reads a file. */
    interface Reading<T> {
        T read(PdfBudget budget) throws IOException;
    }

    /** Reads a file within it. */
    <T> T within(Reading<T> reading) throws IOException {
        try {
            return ScopedValue.where(CURRENT, this).call(() -> reading.read(this));
        } finally {
            if (usedUp) {
                require(false);
            }
        }
    }

    /** Of the file that is being read; no PDF is read without. */
    static PdfBudget current() {
        return CURRENT.get();
    }

    /** What a filter of a stream unpacks; that counts once, however often it is drawn. */
    Stream stream(COSDictionary parameters, int filter) {
        var again = counted.getOrDefault(parameters, -1) >= filter;
        counted.merge(parameters, filter, Math::max);
        return new Stream(again);
    }

    /** What the library would reserve at once. */
    void requireRow(double bytes) {
        require(bytes <= MOST_ROW);
    }

    /** A form that draws forms that draw forms makes endless work of a few bytes. */
    void takeOperator(int weight) {
        operators += weight;
        require(operators <= MOST_OPERATORS);
    }

    /** What is read, be it again. */
    void takeWork(long bytes) {
        work += bytes;
        require(work <= most * WORK);
    }

    /** What is drawn; a form may draw the same again and again. */
    void takeText(String drawn) {
        text += drawn.length();
        if (text > most / TEXT) {
            throw Packed.tooLarge(most / TEXT, "the text of the document");
        }
    }

    private void require(boolean fits) {
        if (!fits || usedUp) {
            usedUp = true;
            throw Packed.tooLarge(most, "what is packed in the file");
        }
    }

    /** What is unpacked of one stream. */
    final class Stream {
        private final boolean again;
        private int opened;

        private Stream(boolean again) {
            this.again = again;
        }

        void take(int unpacked) {
            count(1);
            open(unpacked);
        }

        void take(byte[] unpacked, int from, int length) {
            count(length);
            for (var i = from; i < from + length; i++) {
                open(unpacked[i]);
            }
        }

        private void count(int bytes) {
            left -= again ? 0 : bytes;
            takeWork(bytes);
            require(left >= 0);
        }

        private void open(int character) {
            opened += character == '(' || character == '<' || character == '[' ? 1 : 0;
            require(opened <= MOST_OPENED);
        }
    }
}
