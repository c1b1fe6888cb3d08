package io.wenda.backup;

import io.wenda.embedded.AdministratorAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;

/**
 * All that an installation cannot make again by itself, in one folder. The search index is not
 * among it: a new one is filled from the database.
 */
public final class Backup {
    private static final String DATABASE = "postgres";
    private static final String WAREHOUSE = "clickhouse";
    private static final String FILES = "files";

    /** What else lies in the data folder: mails that wait to be read, the demo's sign-ins. */
    private static final List<String> KEPT = List.of("mail-outbox", "demo.properties", "demo.txt");

    private final Path folder;

    private Backup(Path folder) {
        this.folder = folder;
    }

    /** One that was made before, whole and unchanged. */
    public static Backup in(Path folder) throws IOException {
        Contents.verify(folder);
        return new Backup(folder);
    }

    /**
     * Makes one while everything runs. The warehouse comes first, for what it lacks is sent again
     * from the database, which is of a later moment.
     */
    public static Backup make(Path data, AdministratorAccess access, Path folder)
            throws IOException, SQLException, InterruptedException {
        if (Files.exists(folder)) {
            throw new BackupFailed(folder + " is there already: name a new folder");
        }
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        new Warehouse(access).backUp(folder.resolve(WAREHOUSE));
        new Database(access).backUp(folder.resolve(DATABASE));
        for (var name : KEPT) {
            if (Files.exists(data.resolve(name))) {
                Files.createDirectories(folder.resolve(FILES));
                Contents.copy(data.resolve(name), folder.resolve(FILES).resolve(name));
            }
        }
        Contents.write(folder);
        return new Backup(folder);
    }

    /** Fills new engines; the application's first start on them does the rest. */
    public void restore(Path data, AdministratorAccess access)
            throws IOException, SQLException, InterruptedException {
        Schema.make(access);
        new Database(access).restore(folder.resolve(DATABASE));
        new Warehouse(access).restore(folder.resolve(WAREHOUSE));
        if (Files.exists(folder.resolve(FILES))) {
            Contents.copy(folder.resolve(FILES), data);
        }
    }
}
