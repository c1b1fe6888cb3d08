package io.wenda.knowledge.exchange;

import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.ImportPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the owner of a company under test does with files, in short words. */
@Component
record ImportDesk(Uploads uploads, Imports imports) {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Questions with answers, each once. */
    static String table(int rows) {
        return IntStream.range(0, rows)
                .mapToObj("Question %1$d?,Answer %1$d."::formatted)
                .collect(Collectors.joining("\n", "question,answer\n", "\n"));
    }

    UploadId upload(Desk at, String table) {
        return upload(at, table.getBytes(StandardCharsets.UTF_8));
    }

    UploadId upload(Desk at, byte[] bytes) {
        return at.company().in(() -> uploads.store("faq.csv", bytes)).id();
    }

    Import begin(Desk at, UploadId upload, boolean dryRun) {
        return begin(at, upload, ImportPolicy.REVISE, dryRun);
    }

    Import begin(Desk at, UploadId upload, ImportPolicy policy, boolean dryRun) {
        return at.company()
                .in(() ->
                        imports.begin(
                                at.company().owner(),
                                new ImportOrder(upload, null, Map.of(), "en", policy, dryRun)));
    }

    Import done(Desk at, Import begun) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !find(at, begun.id()).state().isOpen());
        return find(at, begun.id());
    }

    Import find(Desk at, ImportId id) {
        return Objects.requireNonNull(at.company().in(() -> imports.byIds(List.of(id))).get(id));
    }
}
