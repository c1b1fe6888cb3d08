package io.wenda.backup;

import io.wenda.embedded.AdministratorAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** ClickHouse by its own BACKUP and RESTORE, through the one folder that it may write them to. */
final class Warehouse {
    private final AdministratorAccess access;

    Warehouse(AdministratorAccess access) {
        this.access = access;
    }

    void backUp(Path target) throws IOException, InterruptedException {
        var name = UUID.randomUUID().toString();
        var written = access.clickHouseBackups().resolve(name);
        try {
            execute("backup database wenda to File('" + name + "')");
            Contents.copy(written, target);
        } finally {
            if (Files.exists(written)) {
                Contents.delete(written);
            }
        }
    }

    /** Into a database without tables. */
    void restore(Path source) throws IOException, InterruptedException {
        var name = UUID.randomUUID().toString();
        var readable = access.clickHouseBackups().resolve(name);
        Files.createDirectories(access.clickHouseBackups());
        try {
            Contents.copy(source, readable);
            execute("restore database wenda from File('" + name + "')");
        } finally {
            Contents.delete(readable);
        }
    }

    private void execute(String sql) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(access.clickHouseUrl() + "/?database=wenda"))
                        .header("X-ClickHouse-User", "wenda_writer")
                        .header("X-ClickHouse-Key", access.clickHousePassword())
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new BackupFailed("ClickHouse: " + answer.body().strip());
            }
        }
    }
}
