package io.wenda.knowledge.exchange.file;

import io.wenda.tenant.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a whole file does not come in, or not to its end. */
public enum FileFault {
    EMPTY,
    NO_SHEET,
    NO_TEXT,
    /** Pictures of text. */
    SCANNED,
    UNKNOWN_KIND,
    UNKNOWN_ENCODING,
    /** In an archive. */
    PACKED,
    OLD_OFFICE,
    ENCRYPTED,
    DAMAGED,
    /** About the last row that can be read. */
    UNREADABLE_ROW,
    /** About how the comment above an entry begins. */
    DAMAGED_COMMENT,
    /** About the column. */
    COLUMN_MISSING,
    /** About the other sheets. */
    SEVERAL_SHEETS,
    /** About the most megabytes. */
    TOO_LARGE(Refusal.Code.TOO_LONG),
    /** About the most megabytes of what is packed in it. */
    TOO_LARGE_UNPACKED(Refusal.Code.TOO_LONG),
    /** About the most rows. */
    TOO_MANY_ROWS(Refusal.Code.TOO_LONG),
    /** About the most parts. */
    TOO_MANY_PARTS(Refusal.Code.TOO_LONG),
    /** About the most pages. */
    TOO_MANY_PAGES(Refusal.Code.TOO_LONG),
    /** About the most characters of a page. */
    PAGE_TOO_LONG(Refusal.Code.TOO_LONG),
    SENT_TOO_SLOWLY,
    GONE,
    READING_ENDED,
    /** About the entry of the file. */
    WRITING_ENDED,
    PUBLISHING_ENDED,
    /** About how many entries the search index refuses. */
    NOT_INDEXED;

    private final Refusal.Code code;

    /**
     * What is told of one, to be said in any language.
     *
     * @param about the number or the name that matters; null where none does
     */
    public record Told(FileFault code, @Nullable String about) {}

    FileFault() {
        this(Refusal.Code.INVALID);
    }

    FileFault(Refusal.Code code) {
        this.code = code;
    }

    /** The refusal of a file for it, with how to mend it. */
    public FileRefused refusal(String message) {
        return new FileRefused(new Told(this, null), message);
    }

    /** The same, about what matters of it. */
    public FileRefused refusal(Object about, String message) {
        return new FileRefused(new Told(this, about.toString()), message);
    }

    Refusal.Code code() {
        return code;
    }
}
