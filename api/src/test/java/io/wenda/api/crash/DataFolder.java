package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The engines on a data folder, past the application: what is really there.
 *
 * @param path where this process sees the folder
 */
record DataFolder(Path path) {

    /** PostgreSQL past all policies. */
    JdbcClient database() {
        var kept = kept("postgres");
        return JdbcClient.create(
                new DriverManagerDataSource(
                        "jdbc:postgresql://127.0.0.1:"
                                + kept.getProperty("port")
                                + "/wenda?loginTimeout=5&socketTimeout=20",
                        "postgres",
                        kept.getProperty("superuser-password")));
    }

    /**
     * What ClickHouse answers, line by line. The connection is gone then: it would hold up the end
     * of ClickHouse, and so the start of the next.
     */
    List<String> warehouse(String sql) {
        var kept = kept("clickhouse");
        var address = "http://127.0.0.1:" + kept.getProperty("port") + "/?database=wenda";
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("X-ClickHouse-User", "wenda_writer")
                        .header("X-ClickHouse-Key", kept.getProperty("writer-password"))
                        .POST(BodyPublishers.ofString(sql));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body().lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What OpenSearch answers. */
    String index(Outside outside, String path) {
        var address = "http://127.0.0.1:" + kept("opensearch").getProperty("port") + path;
        var answer = outside.send(HttpRequest.newBuilder(URI.create(address)).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Port and passwords of an engine. */
    Properties kept(String engine) {
        var kept = new Properties();
        try (var file = Files.newBufferedReader(path.resolve(engine + "/engine.properties"))) {
            kept.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    /** The process that the file names, which works on the folder. */
    ProcessHandle process(String pidFile) {
        try {
            var pid = Files.readAllLines(path.resolve(pidFile)).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
