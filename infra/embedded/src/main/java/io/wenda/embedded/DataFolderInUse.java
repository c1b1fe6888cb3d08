package io.wenda.embedded;

import java.nio.file.Path;

/** Two processes on the same data would destroy it, so the second one does not start. */
public final class DataFolderInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder, String owner) {
        super(
                "The data folder %s is in use by process %s: stop that one (./wenda stop) or choose another folder (WENDA_DATA)."
                        .formatted(folder, owner));
    }
}
