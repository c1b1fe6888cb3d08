package io.wenda.api.knowledge;

import io.wenda.api.graphql.PlainFaults;
import io.wenda.knowledge.attachment.AttachedFiles;
import io.wenda.knowledge.attachment.Attachment;
import io.wenda.knowledge.attachment.AttachmentSettings;
import io.wenda.knowledge.attachment.Attachments;
import io.wenda.knowledge.attachment.FileType;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.load.SharedPlaces;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives out a file by its signed address, as something to keep: no browser shows or runs it. */
@Controller
class AttachmentDownload {
    private static final String NOTHING_RUNS =
            "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'";

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Of each place; a page of answers shows many pictures. */
    private static final int WAITING = 8;

    private final AttachmentLinks links;
    private final Attachments attachments;
    private final AttachedFiles files;
    private final SharedPlaces places;
    private final PlainFaults faults;

    AttachmentDownload(
            AttachmentLinks links,
            Attachments attachments,
            AttachedFiles files,
            AttachmentSettings settings,
            PlainFaults faults) {
        this.links = links;
        this.attachments = attachments;
        this.files = files;
        var each = settings.downloadsOfCompany();
        this.places =
                new SharedPlaces("downloads", settings.downloads(), each, each * WAITING, LONGEST);
        this.faults = faults;
    }

    @GetMapping(AttachmentLinks.PATH + "{token}")
    void download(@PathVariable String token, HttpServletResponse response) throws IOException {
        var link = links.read(token).orElseThrow(AttachmentDownload::unknown);
        places.enter(link.tenant());
        try {
            CurrentTenant.run(link.tenant(), () -> send(link, response));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            places.leave(link.tenant());
        }
    }

    @ExceptionHandler
    void refuse(Exception thrown, HttpServletResponse response) throws IOException {
        faults.answer(thrown, response);
    }

    private void send(AttachmentLinks.Link link, HttpServletResponse response) {
        var file =
                attachments
                        .find(link.version(), link.file(), link.published())
                        .orElseThrow(AttachmentDownload::unknown);
        announce(file, response);
        try {
            files.write(file, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void announce(Attachment file, HttpServletResponse response) {
        var type = file.type().mediaType();
        response.setContentType(file.type() == FileType.TEXT ? type + ";charset=UTF-8" : type);
        response.setContentLengthLong(file.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=600");
    }

    private static Refusal unknown() {
        return new Refusal.NotFound("file");
    }
}
