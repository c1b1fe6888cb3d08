package io.wenda.api.file;

import io.wenda.api.graphql.PlainFaults;
import io.wenda.api.scalar.PublicIds;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.attachment.AttachedFiles;
import io.wenda.knowledge.entry.Attention;
import io.wenda.knowledge.entry.EntryFilter;
import io.wenda.knowledge.exchange.Exports;
import io.wenda.knowledge.exchange.ImportId;
import io.wenda.knowledge.exchange.Imports;
import io.wenda.knowledge.exchange.Upload;
import io.wenda.knowledge.exchange.Uploads;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.tenant.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Takes files for imports and for versions, and gives out exports, and what became of the lines of
 * imports.
 */
@Controller
class FileController {
    private static final String CSV = "text/csv; charset=utf-8";

    private final Editors editors;
    private final Uploads uploads;
    private final AttachedFiles attached;
    private final Imports imports;
    private final Exports exports;
    private final PublicIds ids;
    private final PlainFaults faults;

    FileController(
            Editors editors,
            Uploads uploads,
            AttachedFiles attached,
            Imports imports,
            Exports exports,
            PublicIds ids,
            PlainFaults faults) {
        this.editors = editors;
        this.uploads = uploads;
        this.attached = attached;
        this.imports = imports;
        this.exports = exports;
        this.ids = ids;
        this.faults = faults;
    }

    /** What is told of a file that was taken. */
    record Taken(String id, String name, FileFormat format, long size, Instant expiresAt) {}

    @PostMapping("/files")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Taken upload(@RequestParam(defaultValue = "file") String name, HttpServletRequest request)
            throws IOException {
        return editors.call(_ -> {
            var upload =
                    uploads.store(
                            name, new SentFile(uploads.largest()).read(request, uploads::tooLarge));
            return taken(upload);
        });
    }

    /** What is told of a file that may be attached. */
    record Kept(String id, String name, String type, long size) {}

    @PostMapping("/files/attachments")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Kept keep(@RequestParam(defaultValue = "file") String name, HttpServletRequest request)
            throws IOException {
        return editors.call(_ -> {
            var file =
                    attached.store(
                            name,
                            new SentFile(attached.largest()).read(request, attached::tooLarge));
            return new Kept(ids.of(file.file()), file.name(), file.type().mediaType(), file.size());
        });
    }

    @GetMapping("/files/knowledge.{extension}")
    void export(
            @PathVariable String extension,
            @RequestParam @Nullable String text,
            @RequestParam @Nullable VersionState state,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable String tag,
            @RequestParam @Nullable Attention attention,
            HttpServletResponse response)
            throws IOException {
        var format = format(extension);
        editors.call(caller -> {
            announce(response, format.mediaType(), "knowledge." + format.extension());
            exports.write(
                    caller,
                    new EntryFilter(text, state, category, tag, attention),
                    format,
                    response.getOutputStream());
            return format;
        });
    }

    @GetMapping("/files/knowledge-imports/{id}/errors.csv")
    void errors(@PathVariable String id, HttpServletResponse response) throws IOException {
        ofImport(id, response, "errors.csv", imports::writeErrors);
    }

    @GetMapping("/files/knowledge-imports/{id}/results.csv")
    void results(@PathVariable String id, HttpServletResponse response) throws IOException {
        ofImport(id, response, "results.csv", imports::writeResults);
    }

    private interface Writing {
        void of(ImportId which, OutputStream out) throws IOException;
    }

    private void ofImport(String id, HttpServletResponse response, String name, Writing writing)
            throws IOException {
        var which = ids.as(ImportId.class, id);
        editors.call(_ -> {
            if (imports.byIds(List.of(which)).isEmpty()) {
                throw new Refusal.NotFound("import", "id");
            }
            announce(response, CSV, name);
            writing.of(which, response.getOutputStream());
            return which;
        });
    }

    @ExceptionHandler
    void refuse(Exception thrown, HttpServletResponse response) throws IOException {
        faults.answer(thrown, response);
    }

    private Taken taken(Upload upload) {
        return new Taken(
                ids.of(upload.id()),
                upload.name(),
                upload.format(),
                upload.size(),
                upload.expiresAt());
    }

    private static FileFormat format(String extension) {
        return Arrays.stream(FileFormat.values())
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("format", "format"));
    }

    private static void announce(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
