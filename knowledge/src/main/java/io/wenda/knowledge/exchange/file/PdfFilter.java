package io.wenda.knowledge.exchange.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Stands before a filter of the PDF library and asks {@link PdfBudget} for whatever it unpacks, and
 * for the memory that it would take because a number in the file says so. The library has no place
 * for that, so its filters are exchanged for the whole process.
 */
final class PdfFilter extends Filter {
    /** Their size is a number in the file; text is in none of them. */
    private static final Set<COSName> PICTURES =
            Set.of(
                    COSName.DCT_DECODE,
                    COSName.DCT_DECODE_ABBREVIATION,
                    COSName.CCITTFAX_DECODE,
                    COSName.CCITTFAX_DECODE_ABBREVIATION,
                    COSName.JPX_DECODE,
                    COSName.JBIG2_DECODE);

    private final Filter filter;
    private final boolean picture;

    private PdfFilter(Filter filter, boolean picture) {
        this.filter = filter;
        this.picture = picture;
    }

    /** Stands before each filter; what is the same filter under two names stays the same. */
    static void guardAll() {
        var guarded = new IdentityHashMap<Filter, Filter>();
        filters()
                .replaceAll((name, filter) ->
                        guarded.computeIfAbsent(
                                filter, it -> new PdfFilter(it, PICTURES.contains(name))));
    }

    @SuppressWarnings("unchecked")
    private static Map<COSName, Filter> filters() {
        try {
            var field = FilterFactory.class.getDeclaredField("filters");
            field.setAccessible(true);
            return (Map<COSName, Filter>) Objects.requireNonNull(field.get(FilterFactory.INSTANCE));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this version of the PDF library hides its filters: nothing would guard them",
                    e);
        }
    }

    @Override
    public DecodeResult decode(
            InputStream packed, OutputStream out, COSDictionary parameters, int index)
            throws IOException {
        return filter.decode(packed, guarded(out, parameters, index), parameters, index);
    }

    @Override
    public DecodeResult decode(
            InputStream packed,
            OutputStream out,
            COSDictionary parameters,
            int index,
            DecodeOptions options)
            throws IOException {
        return filter.decode(packed, guarded(out, parameters, index), parameters, index, options);
    }

    private OutputStream guarded(OutputStream out, COSDictionary parameters, int index)
            throws IOException {
        if (picture) {
            throw new IOException("a picture is not read as text");
        }
        var budget = PdfBudget.current();
        requireRow(budget, getDecodeParams(parameters, index));
        return new Counted(out, budget.stream(parameters, index));
    }

    /** Of a predictor, which keeps two of them. */
    private static void requireRow(PdfBudget budget, COSDictionary parameters) {
        budget.requireRow(
                Math.abs(
                        (double) parameters.getInt(COSName.COLUMNS, 1)
                                * parameters.getInt(COSName.COLORS, 1)
                                * parameters.getInt(COSName.BITS_PER_COMPONENT, 8)
                                / Byte.SIZE));
    }

    @Override
    protected void encode(InputStream raw, OutputStream out, COSDictionary parameters)
            throws IOException {
        filter.encode(raw, out, parameters, 0);
    }

    private static final class Counted extends FilterOutputStream {
        private final PdfBudget.Stream stream;

        Counted(OutputStream out, PdfBudget.Stream stream) {
            super(out);
            this.stream = stream;
        }

        @Override
        public void write(int unpacked) throws IOException {
            stream.take(unpacked);
            out.write(unpacked);
        }

        @Override
        public void write(byte[] unpacked, int from, int length) throws IOException {
            stream.take(unpacked, from, length);
            out.write(unpacked, from, length);
        }
    }
}
