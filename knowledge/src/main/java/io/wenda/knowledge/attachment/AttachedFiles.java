package io.wenda.knowledge.attachment;

import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.tenant.isolation.Turns;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Bytes of files: the same ones are kept once in a company, as long as a version has them. */
@Component
public class AttachedFiles {
    static final int LONGEST_NAME = 200;
    private static final int PART = 1024 * 1024;
    private static final int PIECE = 64 * 1024;

    private static final String ADD =
            """
            insert into knowledge_file (tenant_id, id, hash, name, type, size, unused_since)
            values (current_setting('wenda.tenant_id')::uuid, :id, :hash, :name, :type, :size, :now)
            on conflict (tenant_id, hash) do update set name = excluded.name,
              unused_since = case when knowledge_file.unused_since is null then null
                else excluded.unused_since end
            returning id
            """;

    private final AttachmentSettings settings;
    private final JdbcClient jdbc;
    private final Turns turns;
    private final SystemDatabase system;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AttachedFiles(
            AttachmentSettings settings,
            JdbcClient jdbc,
            Turns turns,
            SystemDatabase system,
            TransactionTemplate transactions,
            Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.turns = turns;
        this.system = system;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps the file for the current company, unless it is none that may be attached. */
    @Transactional(propagation = Propagation.NEVER)
    public Attachment store(String name, byte[] bytes) {
        if (bytes.length > largest()) {
            throw tooLarge();
        }
        var line = Text.line(name, LONGEST_NAME, "name");
        var type = Sniffed.type(bytes);
        var id = transactions.execute(_ -> keep(line, type, bytes));
        return new Attachment(id, line, type, bytes.length);
    }

    /** Largest number of bytes that may be sent. */
    public long largest() {
        return settings.size().toBytes();
    }

    /** A file is larger than may be sent. */
    public Refusal tooLarge() {
        return Refusal.Invalid.tooLong(
                "a file must have at most %d MB: make it smaller"
                        .formatted(settings.size().toMegabytes()));
    }

    /**
     * Writes a file out part by part, so that a slow reader holds no connection; a very slow one is
     * cut off, since a part of the file is in memory all the while.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void write(Attachment file, OutputStream out) throws IOException {
        var end = System.nanoTime() + settings.longestDownload().toNanos();
        for (var number = 0; number <= (file.size() - 1) / PART; number++) {
            var part = part(file.file(), number);
            for (var from = 0; from < part.length; from += PIECE) {
                if (System.nanoTime() - end > 0) {
                    throw new IOException("the file was read too slowly");
                }
                out.write(part, from, Math.min(PIECE, part.length - from));
            }
        }
    }

    /** Removes what no version has had since then, of all companies. */
    public void removeUnused(Instant since) {
        system.jdbc()
                .sql("delete from knowledge_file where unused_since < ?")
                .param(since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private FileId keep(String name, FileType type, byte[] bytes) {
        var hash = hash(bytes);
        turns.take("attached file");
        var known =
                jdbc.sql("select exists (select from knowledge_file where hash = ?)")
                        .param(hash)
                        .query(Boolean.class)
                        .single();
        if (!known) {
            requireRoom(bytes.length);
        }
        var fresh = NewId.next();
        var id =
                jdbc.sql(ADD)
                        .param("id", fresh)
                        .param("hash", hash)
                        .param("name", name)
                        .param("type", type.name())
                        .param("size", bytes.length)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .single();
        if (id.equals(fresh)) {
            addParts(fresh, bytes);
        }
        return new FileId(id);
    }

    private void requireRoom(long size) {
        var used =
                jdbc.sql("select coalesce(sum(size), 0) from knowledge_file")
                        .query(Long.class)
                        .single();
        if (used + size > settings.quota().toBytes()) {
            throw Refusal.Invalid.tooLong(
                    "all files of the company may have %d MB: take some out of drafts, or have WENDA_KNOWLEDGE_ATTACHMENT_QUOTA raised"
                            .formatted(settings.quota().toMegabytes()));
        }
    }

    private void addParts(UUID id, byte[] bytes) {
        for (var from = 0; from < bytes.length; from += PART) {
            jdbc.sql(
                            """
                            insert into knowledge_file_part (tenant_id, file_id, number, bytes)
                            values (current_setting('wenda.tenant_id')::uuid, ?, ?, ?)
                            """)
                    .param(id)
                    .param(from / PART)
                    .param(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)))
                    .update();
        }
    }

    private byte[] part(FileId file, int number) throws IOException {
        var found =
                transactions.execute(_ ->
                        jdbc.sql(
                                        "select bytes from knowledge_file_part where file_id = ? and number = ?")
                                .param(file.value())
                                .param(number)
                                .query(byte[].class)
                                .optional());
        return found.orElseThrow(() -> new IOException("the file is gone"));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
