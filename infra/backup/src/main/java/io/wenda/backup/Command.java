package io.wenda.backup;

import io.wenda.embedded.AdministratorAccess;
import io.wenda.embedded.Binaries;
import io.wenda.embedded.DataFolderInUse;
import io.wenda.embedded.EngineFailed;
import io.wenda.embedded.EngineKind;
import io.wenda.embedded.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code backup DATA DIR} and {@code restore DATA DIR}, for {@code ./wenda}. */
public final class Command {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final EnumSet<EngineKind> ENGINES =
            EnumSet.of(EngineKind.POSTGRES, EngineKind.CLICKHOUSE);

    /** It tells of every table that it makes. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private Command() {}

    /** Ends with 1 and one line where it cannot be done. */
    public static void main(String[] args) throws InterruptedException {
        LIQUIBASE.setLevel(Level.WARNING);
        try {
            var data = Path.of(args[1]);
            var folder = Path.of(args[2]);
            switch (args[0]) {
                case "backup" -> backUp(data, folder);
                case "restore" -> restore(data, folder);
                default -> throw new BackupFailed("backup DATA DIR, or restore DATA DIR");
            }
        } catch (BackupFailed | EngineFailed | DataFolderInUse e) {
            fail(String.valueOf(e.getMessage()));
        } catch (IOException | SQLException e) {
            fail(e.toString());
        }
    }

    private static void fail(String message) {
        System.err.println("wenda: " + message);
        System.exit(1);
    }

    private static void backUp(Path data, Path folder)
            throws IOException, SQLException, InterruptedException {
        if (!Files.exists(data.resolve(EngineKind.POSTGRES.word()))) {
            throw new BackupFailed("There is nothing of Wenda's in " + data);
        }
        try (var _ = started(data)) {
            Backup.make(data, AdministratorAccess.of(data), folder);
        } catch (DataFolderInUse e) {
            // they run already
            Backup.make(data, AdministratorAccess.of(data), folder);
        }
    }

    private static void restore(Path data, Path folder)
            throws IOException, SQLException, InterruptedException {
        var backup = Backup.in(folder);
        if (Files.exists(data.resolve(EngineKind.POSTGRES.word()))) {
            throw new BackupFailed(
                    data + " holds data already: move it away, or set WENDA_DATA to a new folder");
        }
        try (var _ = started(data)) {
            backup.restore(data, AdministratorAccess.of(data));
        }
    }

    private static Engines started(Path data) {
        var engines = Engines.on(data, Binaries.find(null), line -> {}).start(ENGINES);
        engines.awaitAll(PATIENCE);
        return engines;
    }
}
