package io.wenda.integration.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Who writes to whom, and when. The id makes a mail that comes twice one mail to its reader. */
record Envelope(UUID id, String from, String to, Instant date) {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** The letter as a mail: text first, then the same in HTML. */
    MimeMessage around(Letter letter, MimeMessage mail) throws MessagingException {
        var sender = new InternetAddress(from, true);
        mail.setFrom(sender);
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(letter.subject(), UTF_8);
        mail.setSentDate(Date.from(date));
        mail.setHeader("Message-ID", '<' + id.toString() + domain(sender) + '>');
        mail.setHeader("Content-Language", letter.locale());
        // asks vacation responders to keep silent (RFC 3834)
        mail.setHeader("Auto-Submitted", "auto-generated");
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(letter.text(), "plain"));
        parts.addBodyPart(part(letter.html(), "html"));
        mail.setContent(parts);
        return mail;
    }

    private static MimeBodyPart part(String words, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words.replace("\n", "\r\n"), UTF_8, kind);
        return part;
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@'));
    }
}
