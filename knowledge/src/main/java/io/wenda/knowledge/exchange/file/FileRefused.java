package io.wenda.knowledge.exchange.file;

import io.wenda.tenant.Refusal;
import java.util.Objects;

/** A file that does not come in as a whole: why, for whoever says it in another language. */
public final class FileRefused extends Refusal.Invalid {
    private final transient FileFault.Told told;

    FileRefused(FileFault.Told told, String message) {
        super(told.code().code(), message);
        this.told = told;
    }

    /** What it is, of those that there are. */
    public FileFault.Told told() {
        return told;
    }

    /** In our own words, with how to mend it. */
    public String message() {
        return Objects.requireNonNull(getMessage());
    }
}
