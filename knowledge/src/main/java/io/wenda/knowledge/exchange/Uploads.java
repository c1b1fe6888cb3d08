package io.wenda.knowledge.exchange;

import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.knowledge.exchange.file.FileLimits;
import io.wenda.knowledge.exchange.file.KnowledgeFiles;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.isolation.Turns;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that companies sent, until they are used or too old. */
@Component
public class Uploads {
    private static final int LONGEST_NAME = 200;
    private static final String TURN = "knowledge upload";
    private static final int PART = 1024 * 1024;

    private final KnowledgeFiles files;
    private final FileLimits limits;
    private final ExchangeSettings settings;
    private final JdbcClient jdbc;
    private final Turns turns;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Uploads(
            KnowledgeFiles files,
            FileLimits limits,
            ExchangeSettings settings,
            JdbcClient jdbc,
            Turns turns,
            TransactionTemplate transactions,
            Clock clock) {
        this.files = files;
        this.limits = limits;
        this.settings = settings;
        this.jdbc = jdbc;
        this.turns = turns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps the file for the current company, unless it is none that can be read. */
    @Transactional(propagation = Propagation.NEVER)
    public Upload store(String name, byte[] bytes) {
        if (bytes.length > limits.size().toBytes()) {
            throw tooLarge();
        }
        var upload =
                new Upload(
                        new UploadId(NewId.next()),
                        Text.line(name, LONGEST_NAME, "name"),
                        files.kind(name, bytes),
                        bytes.length,
                        clock.instant().plus(settings.uploadLife()));
        transactions.executeWithoutResult(_ -> keep(upload, bytes));
        return upload;
    }

    /** A file is larger than may be sent. */
    public Refusal tooLarge() {
        var most = limits.size().toMegabytes();
        return FileFault.TOO_LARGE.refusal(
                most, "a file must have at most %d MB: split it".formatted(most));
    }

    /** Largest number of bytes that may be sent. */
    public long largest() {
        return limits.size().toBytes();
    }

    /** For whoever begins an import with it: until the transaction ends it does not make room. */
    Optional<Upload> find(UploadId id) {
        turns.take(TURN);
        return jdbc.sql(
                        """
                        select id, name, format, size, expires_at from knowledge_upload
                        where id = ? and expires_at > ? for update
                        """)
                .param(id.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> upload(row))
                .optional();
    }

    /** The file's bytes; empty where it is gone. */
    Optional<byte[]> bytes(UploadId id) {
        var out = new ByteArrayOutputStream();
        jdbc.sql("select bytes from knowledge_upload_part where upload_id = ? order by number")
                .param(id.value())
                .query((row, _) -> row.getBytes(1))
                .list()
                .forEach(out::writeBytes);
        return out.size() == 0 ? Optional.empty() : Optional.of(out.toByteArray());
    }

    /** An import has begun: the file waits for its end. */
    void hold(UploadId id) {
        jdbc.sql("update knowledge_upload set expires_at = ? where id = ?")
                .param(
                        clock.instant()
                                .plus(settings.uploadLife())
                                .plus(Duration.ofDays(1))
                                .atOffset(ZoneOffset.UTC))
                .param(id.value())
                .update();
    }

    /** The file is used up. */
    void drop(UploadId id) {
        jdbc.sql("delete from knowledge_upload where id = ?").param(id.value()).update();
    }

    private void keep(Upload upload, byte[] bytes) {
        turns.take(TURN);
        var waiting =
                jdbc.sql("select count(*) from knowledge_upload").query(Integer.class).single();
        if (waiting >= settings.uploads() && !makesRoom()) {
            throw new Refusal.LimitReached(
                    "%d files are being read already: wait until one is done".formatted(waiting),
                    Duration.ofMinutes(1));
        }
        jdbc.sql(
                        """
                        insert into knowledge_upload
                          (tenant_id, id, name, format, size, expires_at)
                        values (current_setting('wenda.tenant_id')::uuid, ?, ?, ?, ?, ?)
                        """)
                .param(upload.id().value())
                .param(upload.name())
                .param(upload.format().name())
                .param(upload.size())
                .param(upload.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        for (var from = 0; from < bytes.length; from += PART) {
            jdbc.sql(
                            """
                            insert into knowledge_upload_part
                              (tenant_id, upload_id, number, bytes)
                            values (current_setting('wenda.tenant_id')::uuid, ?, ?, ?)
                            """)
                    .param(upload.id().value())
                    .param(from / PART)
                    .param(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)))
                    .update();
        }
    }

    /** The oldest one that no open import uses is gone; false where there is none. */
    private boolean makesRoom() {
        return jdbc.sql(
                                """
                                delete from knowledge_upload where id = (
                                  select u.id from knowledge_upload u
                                  where not exists (
                                    select from knowledge_import i
                                    where i.upload_id = u.id and i.state in ('WAITING', 'RUNNING'))
                                  order by u.id limit 1)
                                """)
                        .update()
                == 1;
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new UploadId(row.getObject(1, UUID.class)),
                row.getString(2),
                FileFormat.valueOf(row.getString(3)),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
