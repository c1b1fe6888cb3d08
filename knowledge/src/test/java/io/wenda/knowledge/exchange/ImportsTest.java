package io.wenda.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.entry.Audience;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.EntryFilter;
import io.wenda.knowledge.entry.ImportPolicy;
import io.wenda.knowledge.entry.NewEntry;
import io.wenda.knowledge.entry.Terms;
import io.wenda.knowledge.entry.Validity;
import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.knowledge.exchange.file.Rewritten;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Companies;
import io.wenda.tenant.company.CompanyChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** Files become knowledge, whole and once, whatever dies on the way. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ImportsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Desks desks;
    private final Desk desk;
    private final ImportDesk files;
    private final Imports imports;
    private final ImportRun run;
    private final ImportWorker worker;
    private final Exports exports;
    private final Companies companies;

    ImportsTest(
            Desks desks,
            ImportDesk files,
            Imports imports,
            ImportRun run,
            ImportWorker worker,
            Exports exports,
            Companies companies) {
        this.desks = desks;
        this.desk = desks.open();
        this.files = files;
        this.imports = imports;
        this.run = run;
        this.worker = worker;
        this.exports = exports;
        this.companies = companies;
    }

    @Test
    void aTableBecomesDraftsAndADryRunOnlyTells() {
        var table =
                """
                问题,相似问题,答案,分类,标签,语言
                怎么退款？,"如何退钱
                退款流程",三天内。,订单,"退款,售后",zh-CN
                How do I cancel?,,Under My orders.,,,en
                """;
        var upload = upload(table);

        var tried = done(begin(upload, true));

        assertThat(tried.counts()).isEqualTo(new Import.Counts(2, 2, 2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(entries()).isEmpty();

        var imported = done(begin(upload, false));

        assertThat(imported)
                .isEqualTo(
                        new Import(
                                imported.id(),
                                "faq.csv",
                                FileFormat.CSV,
                                ImportPolicy.REVISE,
                                false,
                                ImportState.DONE,
                                tried.counts(),
                                null,
                                desk.company().owner().id(),
                                imported.createdAt(),
                                imported.endedAt()));
        var entry =
                entries().stream()
                        .filter(it -> "订单".equals(it.category()))
                        .findFirst()
                        .orElseThrow();
        assertThat(entry.tags()).containsExactly("退款", "售后");
        var version = desk.version(entry.id(), 1);
        assertThat(version.state()).isEqualTo(VersionState.DRAFT);
        assertThat(version.locale()).isEqualTo("zh-CN");
        assertThat(version.similarQuestions()).containsExactly("如何退钱", "退款流程");
        assertThat(version.author()).isEqualTo(desk.company().owner().id());
        assertThat(desk.history(desk.company().owner(), entry.id(), 1)).hasSize(1);
        assertThatThrownBy(() -> begin(upload, false)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void linesThatBreakRulesAreToldAndTheOthersComeIn() throws IOException {
        var table =
                """
                question,answer,entry id,state,locale
                Good?,Yes.,,,
                ,No question.,,,
                =1+1?,xxx%s,,,
                Unknown entry?,Yes.,nonsense,,
                State?,Yes.,,SOMETIMES,
                Locale?,Yes.,,,klingonese-in-space
                """
                        .formatted("x".repeat(8_000));

        var imported = done(begin(upload(table), false));

        assertThat(imported.counts()).isEqualTo(new Import.Counts(6, 6, 1, 0, 0, 0, 5, 0, 0, 0));
        assertThat(faults(imported.id()))
                .extracting(ImportFault::line, ImportFault::field, ImportFault::code)
                .containsExactly(
                        tuple(3, "question", Refusal.Code.INVALID),
                        tuple(4, "answer", Refusal.Code.TOO_LONG),
                        tuple(5, "entry", Refusal.Code.NOT_FOUND),
                        tuple(6, "state", Refusal.Code.INVALID),
                        tuple(7, "locale", Refusal.Code.INVALID));
        assertThat(errors(imported.id()))
                .startsWith(
                        "\uFEFFquestion,answer,entry id,state,locale,error row,error field,error\r\n")
                .contains(
                        "'=1+1?,xxx", "State?,Yes.,,SOMETIMES,,6,state,must be DRAFT or PUBLISHED");
    }

    @Test
    void whatWouldBeOverBeforeItsEntryBeginsIsToldByItsColumn() {
        limited("Who may enter?");
        var before = texts(desk);
        var table = "question,answer,valid until\nWho may enter?,Nobody.,2026-01-31T10:00:00Z\n";

        var imported = done(begin(upload(table), false));

        assertThat(faults(imported.id()))
                .extracting(ImportFault::line, ImportFault::field, ImportFault::code)
                .containsExactly(tuple(2, "validUntil", Refusal.Code.INVALID));
        assertThat(texts(desk)).isEqualTo(before);
    }

    @Test
    void whatIsExportedComesInAgainAsTheSameEntries() {
        var one = desk.published("How long does a refund take?", "When is my money back?");
        var two = desk.create("How do I cancel?");
        var unanswered = new NewEntry("en", "Why?", List.of(), null, null, List.of());
        desk.company().in(() -> desk.entries().create(desk.company().owner(), unanswered));
        var csv = exported(FileFormat.CSV);

        var same = done(begin(upload(csv), false));

        assertThat(same.counts()).isEqualTo(new Import.Counts(3, 3, 0, 0, 3, 0, 0, 0, 0, 0));

        var changed =
                done(
                        begin(
                                upload(
                                        new String(csv, StandardCharsets.UTF_8)
                                                .replace("Answer to: How", "New answer to: How")),
                                false));

        assertThat(changed.counts().revised()).isEqualTo(2);
        assertThat(desk.version(two, 1).answer()).isEqualTo("New answer to: How do I cancel?");
        await().atMost(LONG).until(() -> Objects.equals(desk.entry(one).published(), 2));
        assertThat(desk.version(one, 1).state()).isEqualTo(VersionState.RETIRED);
        assertThat(exported(FileFormat.CSV)).isNotEqualTo(csv);
        assertThat(entries()).hasSize(3);
    }

    @Test
    void everyFormatThatIsWrittenComesInElsewhereWordForWord() {
        desk.published("How long does a refund take?", "When is my money back?");
        desk.create("=怎么退款？", "退款 | 流程");
        limited("Who may enter?");
        for (var format : FileFormat.values()) {
            if (format == FileFormat.PDF) {
                continue;
            }
            var other = desks.open();
            var file = Rewritten.withoutIds(exported(format), format);

            var imported = files.done(other, files.begin(other, files.upload(other, file), false));

            assertThat(imported.counts().created()).as(format.name()).isEqualTo(3);
            assertThat(imported.counts().limited()).as(format.name()).isEqualTo(1);
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(texts(other)).as(format.name()).isEqualTo(texts(desk)));
        }
    }

    @Test
    void whatShallBePublishedIsAnsweredWithWhereFourEyesAreNotAskedFor() {
        var table = "question,answer,state\nOne?,1,PUBLISHED\nTwo?,2,DRAFT\n";

        var imported = done(begin(upload(table), false));

        assertThat(imported.counts()).isEqualTo(new Import.Counts(2, 2, 2, 0, 0, 0, 0, 0, 1, 1));
        assertThat(entries().stream().filter(it -> it.published() != null)).hasSize(1);

        desk.company()
                .in(() ->
                        companies.update(
                                desk.company().owner(), new CompanyChange(null, null, null, true)));
        var refused = done(begin(upload(table.replace("?", " then?")), true));

        assertThat(refused.counts()).isEqualTo(new Import.Counts(2, 2, 1, 0, 0, 0, 1, 0, 0, 0));
        assertThat(faults(refused.id()).getFirst().message()).contains("four-eyes");
    }

    @Test
    void whoeverDiesOnTheWayLosesAndDoublesNothing() {
        var rows = 400;
        worker.stop();
        try {
            var begun = begin(upload(ImportDesk.table(rows)), false);
            var batches = new AtomicInteger();
            BooleanSupplier deadly =
                    () -> {
                        if (batches.incrementAndGet() > 3) {
                            throw new IllegalStateException("killed");
                        }
                        return false;
                    };

            assertThatThrownBy(() ->
                            desk.company()
                                    .in(() -> {
                                        run.run(begun.id(), deadly);
                                        return true;
                                    }))
                    .hasMessage("killed");

            assertThat(files.find(desk, begun.id()).counts().done()).isEqualTo(150);
            assertThat(entries()).hasSize(150);
        } finally {
            worker.start();
        }
        var imported = done(imports(desk).getFirst());

        assertThat(imported.counts().created()).isEqualTo(rows);
        assertThat(entries()).hasSize(rows);
        assertThat(texts(desk)).hasSize(rows);
    }

    @Test
    void twoNodesShareNoLine() {
        var begun = begin(upload(ImportDesk.table(600)), false);
        var nodes =
                IntStream.range(0, 3)
                        .mapToObj(_ ->
                                Thread.ofVirtual()
                                        .start(() ->
                                                desk.company()
                                                        .in(() -> {
                                                            run.run(begun.id(), () -> false);
                                                            return true;
                                                        })))
                        .toList();
        var imported = done(begun);
        for (var node : nodes) {
            await().atMost(LONG).until(() -> !node.isAlive());
        }

        assertThat(imported.counts())
                .isEqualTo(new Import.Counts(600, 600, 600, 0, 0, 0, 0, 0, 0, 0));
        assertThat(entries()).hasSize(600);
    }

    @Test
    void aCancelledImportWritesNoFurtherLine() {
        worker.stop();
        Import cancelled;
        try {
            var begun = begin(upload(ImportDesk.table(100)), false);
            cancelled = desk.company().in(() -> imports.cancel(desk.company().owner(), begun.id()));
        } finally {
            worker.start();
        }

        assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
        assertThatThrownBy(() ->
                        desk.company()
                                .in(() -> imports.cancel(desk.company().owner(), cancelled.id())))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(done(begin(upload(ImportDesk.table(1)), false)).counts().created()).isEqualTo(1);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadFailsWithHowToMendIt() {
        var failed = done(begin(upload("Frage,Antwort\na,b\n"), false));

        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.failure())
                .isEqualTo(
                        new Import.Failure(
                                new FileFault.Told(FileFault.COLUMN_MISSING, "question"),
                                "the first row must name the columns, and one must be \"question\"; it names Frage, Antwort: rename it, or say which it is"));
        assertThat(entries()).isEmpty();
    }

    @Test
    void anotherCompanyFindsNothingOfIt() throws IOException {
        var upload = upload("question,answer\n,no question\n");
        var theirs = done(begin(upload, true));
        var other = desks.open();

        assertThatThrownBy(() -> files.begin(other, upload, true))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(other.company().in(() -> imports.byIds(List.of(theirs.id())))).isEmpty();
        assertThat(other.company().in(() -> imports.faults(List.of(theirs.id())))).isEmpty();
        assertThat(imports(other)).isEmpty();
        assertThatThrownBy(() ->
                        other.company()
                                .in(() -> imports.cancel(other.company().owner(), theirs.id())))
                .isInstanceOf(Refusal.NotFound.class);
        var out = new ByteArrayOutputStream();
        other.company()
                .in(() -> {
                    try {
                        imports.writeErrors(theirs.id(), out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return true;
                });
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFerror row,error field,error\r\n");
        assertThat(new String(exported(other, FileFormat.CSV), StandardCharsets.UTF_8).lines())
                .hasSize(1);
    }

    private UploadId upload(String table) {
        return files.upload(desk, table);
    }

    private UploadId upload(byte[] bytes) {
        return files.upload(desk, bytes);
    }

    private Import begin(UploadId upload, boolean dryRun) {
        return files.begin(desk, upload, dryRun);
    }

    private Import done(Import begun) {
        return files.done(desk, begun);
    }

    private List<Import> imports(Desk at) {
        return at.company().in(() -> imports.page(new PageRequest(null, 10, true))).items();
    }

    private List<ImportFault> faults(ImportId id) {
        return desk.company().in(() -> imports.faults(List.of(id))).getOrDefault(id, List.of());
    }

    private String errors(ImportId id) throws IOException {
        var out = new ByteArrayOutputStream();
        desk.company()
                .in(() -> {
                    try {
                        imports.writeErrors(id, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return true;
                });
        return out.toString(StandardCharsets.UTF_8);
    }

    private byte[] exported(FileFormat format) {
        return exported(desk, format);
    }

    private byte[] exported(Desk at, FileFormat format) {
        var out = new ByteArrayOutputStream();
        at.company()
                .in(() -> {
                    try {
                        exports.write(at.company().owner(), EntryFilter.NONE, format, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return true;
                });
        return out.toByteArray();
    }

    private List<Entry> entries() {
        return entries(desk);
    }

    private List<Entry> entries(Desk at) {
        var all = new ArrayList<Entry>();
        var more = true;
        while (more) {
            var after = all.isEmpty() ? null : all.getLast().id().value();
            var page =
                    at.company()
                            .in(() ->
                                    at.reader()
                                            .page(
                                                    at.company().owner(),
                                                    EntryFilter.NONE,
                                                    new PageRequest(after, 200, false)));
            all.addAll(page.items());
            more = page.more();
        }
        return all;
    }

    private void limited(String question) {
        var wanted =
                new NewEntry("en", question, List.of(), "Whoever works here.", null, List.of());
        var terms =
                new Terms(
                        new Validity(
                                Instant.parse("2026-01-31T10:00:00Z"),
                                Instant.parse("2099-12-31T10:00:00.5Z")),
                        new Audience(Audience.Kind.MEMBERS, List.of(), Map.of()));
        desk.company().in(() -> desk.entries().create(desk.company().owner(), wanted, terms));
    }

    /** What is known of each question, whatever ids it has. */
    private List<String> texts(Desk at) {
        return entries(at).stream()
                .map(entry -> {
                    var version = at.version(entry.id(), entry.latest());
                    return "%s %s %s %s %s %s %s %s %s"
                            .formatted(
                                    version.question(),
                                    version.similarQuestions(),
                                    version.answer(),
                                    version.locale(),
                                    version.state(),
                                    entry.category(),
                                    entry.tags(),
                                    version.validity(),
                                    version.audience());
                })
                .sorted()
                .distinct()
                .toList();
    }
}
