package io.wenda.api.operation;

import io.wenda.knowledge.indexing.Reindexing;
import io.wenda.knowledge.indexing.Reindexing.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes the order for a new search index where only an operator can leave it: as the file {@code
 * reindex.wanted} in the data folder. How far it is stands in {@code reindex.txt} beside it.
 */
@Component
@EnableConfigurationProperties(ReindexOrders.DataFolder.class)
class ReindexOrders implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReindexOrders.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Reindexing reindexing;
    private final Path wanted;
    private final Path told;
    private volatile boolean running;
    private boolean telling;

    /** Where this node keeps its files. */
    @ConfigurationProperties("wenda")
    record DataFolder(Path data) {}

    ReindexOrders(Reindexing reindexing, DataFolder folder) {
        this.reindexing = reindexing;
        this.wanted = folder.data().resolve("reindex.wanted");
        this.told = folder.data().resolve("reindex.txt");
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("reindex-orders").start(this::watch);
    }

    private void watch() {
        while (running) {
            try {
                look();
            } catch (IOException | RuntimeException e) {
                LOG.debug("The order waits", e);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** An order is taken away only when it stands in the database. */
    private void look() throws IOException {
        if (Files.exists(wanted)) {
            reindexing.begin();
            telling = true;
            tell();
            Files.deleteIfExists(wanted);
        } else if (telling) {
            tell();
        }
    }

    private void tell() throws IOException {
        var progress = reindexing.progress();
        if (progress.isPresent()) {
            var next = told.resolveSibling("reindex.txt.next");
            Files.writeString(next, words(progress.get()) + "\n");
            Files.move(next, told, StandardCopyOption.ATOMIC_MOVE);
            telling = progress.get().reindex().isUnderWay();
        }
    }

    private static String words(Progress progress) {
        var reindex = progress.reindex();
        return switch (reindex.state()) {
            case FILLING ->
                    "filling: %d of %d documents"
                            .formatted(progress.filled(), progress.documents());
            case MOVING -> "both agree, the new index takes the place";
            case CLEARING -> "questions are answered from the new index, the old one goes";
            case DONE -> "done: %d documents, equal to the database".formatted(reindex.documents());
            case FAILED -> "failed: the new index was lost, the old one stays; order it again";
        };
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
