package io.wenda.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.NewId;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCarrierTest {
    private static final String LINK = "http://localhost:8080/verify/t0ken_-A";

    private final UUID id = NewId.next();
    private Path outbox;

    @BeforeEach
    void place(@TempDir Path folder) {
        outbox = folder.resolve("data/mail-outbox");
    }

    @Test
    void aMailIsOneFileThatAPersonCanRead() throws Exception {
        carry();

        assertThat(Files.readString(outbox.resolve(id + ".eml")))
                .contains("\r\nTo: li.wei@example.com\r\n")
                .contains("\r\nSubject: 请验证您在 茶馆 的邮箱\r\n")
                .contains("\r\nContent-Language: zh-CN\r\n")
                .contains("\r\n李伟，您好：\r\n")
                .contains("\r\n" + LINK + "\r\n");
    }

    @Test
    void aMailProgramReadsTheSameFile() throws Exception {
        carry();

        try (var file = Files.newInputStream(outbox.resolve(id + ".eml"))) {
            var mail = new MimeMessage(Session.getInstance(new Properties()), file);
            assertThat(mail.getMessageID()).isEqualTo("<" + id + "@wenda.example>");
            assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
            var parts = (Multipart) mail.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).getContentType())
                    .isEqualTo("text/plain; charset=UTF-8");
            assertThat((String) parts.getBodyPart(0).getContent()).startsWith("李伟，您好：");
            assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
            assertThat((String) parts.getBodyPart(1).getContent())
                    .contains("<a href=\"" + LINK + "\">");
        }
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        carry();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outbox)))
                .isEqualTo("rwx------");
        try (var files = Files.list(outbox)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void aMailThatIsCarriedAgainIsTheSameFile() throws Exception {
        carry();
        carry();

        try (var files = Files.list(outbox)) {
            assertThat(files).containsExactly(outbox.resolve(id + ".eml"));
        }
    }

    private void carry() throws MessagingException, IOException {
        var carrier = new FolderCarrier(outbox);
        var letter =
                LetterTemplate.of("verify-email", "zh-CN")
                        .fill(Map.of("name", "李伟", "company", "茶馆", "link", LINK));
        var envelope =
                new Envelope(
                        id,
                        "Wenda <no-reply@wenda.example>",
                        "li.wei@example.com",
                        Instant.parse("2026-03-01T08:00:00Z"));
        carrier.carry(id, envelope.around(letter, carrier.blank()));
    }
}
