package io.wenda.backup;

import org.jspecify.annotations.Nullable;

/** Why a backup cannot be made or used, and what to do, in words for whoever asked for it. */
public final class BackupFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupFailed(String message) {
        this(message, null);
    }

    BackupFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
