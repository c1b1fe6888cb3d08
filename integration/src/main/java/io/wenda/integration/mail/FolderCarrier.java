package io.wenda.integration.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.UUID;

/**
 * Keeps each mail as one file that a person can read, {@code <id>.eml}, later ones later in order.
 * Only the user that runs Wenda may look: the links in them open accounts.
 */
final class FolderCarrier implements MailCarrier {
    private final Path folder;
    private final Session session;

    FolderCarrier(Path folder) {
        this.folder = folder;
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        this.session = Session.getInstance(properties);
    }

    @Override
    public MimeMessage blank() {
        return new MimeMessage(session);
    }

    @Override
    public void carry(UUID id, MimeMessage mail) throws MessagingException, IOException {
        var messageId = mail.getMessageID();
        mail.setHeader("Subject", mail.getSubject());
        if (mail.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                unencoded(parts.getBodyPart(i));
            }
        }
        mail.saveChanges();
        mail.setHeader("Message-ID", messageId);
        write(id + ".eml", mail);
    }

    private static void unencoded(BodyPart part) throws MessagingException {
        part.setHeader("Content-Transfer-Encoding", "8bit");
    }

    private void write(String name, MimeMessage mail) throws IOException, MessagingException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var part =
                Files.createTempFile(
                        folder,
                        ".",
                        ".part",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            try (var out = Files.newOutputStream(part)) {
                mail.writeTo(out);
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
