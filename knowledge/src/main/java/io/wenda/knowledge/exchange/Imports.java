package io.wenda.knowledge.exchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.wenda.knowledge.exchange.file.ErrorFile;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.knowledge.exchange.file.ResultFile;
import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.company.Companies;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that become knowledge in the background: begun, watched, cancelled. */
@Component
public class Imports {
    private static final int MOST_FAULTS = 100;
    private static final int LINES_AT_ONCE = 500;
    private static final Import.Counts NONE = new Import.Counts(null, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final ImportTable imports;
    private final FaultTable faults;
    private final OutcomeTable outcomes;
    private final Uploads uploads;
    private final Companies companies;
    private final Audit audit;
    private final ApplicationEventPublisher worker;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Imports(
            ImportTable imports,
            FaultTable faults,
            OutcomeTable outcomes,
            Uploads uploads,
            Companies companies,
            Audit audit,
            ApplicationEventPublisher worker,
            TransactionTemplate transactions,
            Clock clock) {
        this.imports = imports;
        this.faults = faults;
        this.outcomes = outcomes;
        this.uploads = uploads;
        this.companies = companies;
        this.audit = audit;
        this.worker = worker;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Has the file imported, or only tried. */
    @Transactional
    public Import begin(Caller caller, ImportOrder order) {
        var upload =
                uploads.find(order.upload())
                        .orElseThrow(() -> new Refusal.NotFound("upload", "uploadId"));
        var begun =
                new Import(
                        new ImportId(NewId.next()),
                        upload.name(),
                        format(upload, order.format()),
                        order.policy(),
                        order.dryRun(),
                        ImportState.WAITING,
                        NONE,
                        null,
                        Caller.memberOf(caller.key()).orElse(null),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null);
        var locale = Objects.requireNonNullElse(order.locale(), companies.current().locale());
        imports.add(begun, upload.id(), order.mapping(), locale, caller);
        uploads.hold(upload.id());
        audit.record(
                caller,
                "knowledge-import.begin",
                begun.id().value().toString(),
                Map.of(
                        "file",
                        upload.name(),
                        "policy",
                        order.policy().name(),
                        "dryRun",
                        order.dryRun()));
        worker.publishEvent(new ImportWanted(begun.id()));
        return begun;
    }

    /** No further line is written; what was written stays. */
    @Transactional
    public Import cancel(Caller caller, ImportId id) {
        var known =
                Optional.ofNullable(byIds(List.of(id)).get(id))
                        .orElseThrow(() -> new Refusal.NotFound("import", "importId"));
        if (!imports.cancel(id, clock.instant())) {
            throw Refusal.Conflict.notAllowedNow("the import is over already", "importId");
        }
        audit.record(caller, "knowledge-import.cancel", known.id().value().toString(), Map.of());
        return Objects.requireNonNull(byIds(List.of(id)).get(id));
    }

    @Transactional(readOnly = true)
    public Map<ImportId, Import> byIds(Collection<ImportId> ids) {
        return imports.byIds(ids).stream().collect(toMap(Import::id, it -> it));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Import> page(PageRequest request) {
        return Page.of(
                imports.page(request),
                request.limit(),
                request.counted() ? Long.valueOf(imports.count()) : null);
    }

    /** The first hundred lines of each that were refused. */
    @Transactional(readOnly = true)
    public Map<ImportId, List<ImportFault>> faults(Collection<ImportId> ids) {
        return imports.faults(ids, MOST_FAULTS).stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** All lines that were refused, as a table to mend and to send again. */
    public void writeErrors(ImportId id, OutputStream out) throws IOException {
        var header = transactions.execute(_ -> faults.header(id));
        try (var file = new ErrorFile(out, header)) {
            var line = -1;
            for (var some = faultsAfter(id, line); !some.isEmpty(); some = faultsAfter(id, line)) {
                for (var each : some) {
                    var fault = each.fault();
                    var field = Objects.requireNonNullElse(fault.field(), "");
                    file.write(fault.line(), each.cells(), field, fault.message());
                    line = fault.line();
                }
            }
        }
    }

    /** What became of all lines, in a table. */
    public void writeResults(ImportId id, OutputStream out) throws IOException {
        try (var file = new ResultFile(out)) {
            var line = -1;
            for (var some = outcomesAfter(id, line);
                    !some.isEmpty();
                    some = outcomesAfter(id, line)) {
                for (var each : some) {
                    file.write(each);
                    line = each.number();
                }
            }
        }
    }

    private List<ResultFile.Result> outcomesAfter(ImportId id, int line) {
        return transactions.execute(_ -> outcomes.after(id, line, LINES_AT_ONCE));
    }

    private List<FaultTable.Kept> faultsAfter(ImportId id, int line) {
        return transactions.execute(_ -> faults.after(id, line, LINES_AT_ONCE));
    }

    private static FileFormat format(Upload upload, @Nullable FileFormat wanted) {
        if (wanted == null || wanted == upload.format()) {
            return upload.format();
        }
        if (!wanted.isText() || !upload.format().isText()) {
            throw new Refusal.Invalid(
                    "the file is %s, and cannot be read as %s".formatted(upload.format(), wanted),
                    "format");
        }
        return wanted;
    }
}
