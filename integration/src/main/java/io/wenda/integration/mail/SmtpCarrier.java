package io.wenda.integration.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mails to the server of {@code spring.mail.host}. */
final class SmtpCarrier implements MailCarrier {
    private final JavaMailSenderImpl server;

    SmtpCarrier(JavaMailSenderImpl server, Duration timeout) {
        this.server = server;
        // the library waits for ever where nothing is said
        var properties = server.getJavaMailProperties();
        for (var protocol : new String[] {"smtp", "smtps"}) {
            for (var step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
                properties.putIfAbsent(
                        "mail." + protocol + '.' + step, String.valueOf(timeout.toMillis()));
            }
        }
    }

    @Override
    public MimeMessage blank() {
        return server.createMimeMessage();
    }

    @Override
    public void carry(UUID id, MimeMessage mail) throws MessagingException {
        try {
            server.send(mail);
        } catch (MailSendException e) {
            for (var fault : e.getFailedMessages().values()) {
                if (fault instanceof MessagingException refused) {
                    throw refused;
                }
            }
            throw new MessagingException(e.getMessage(), e);
        } catch (MailException e) {
            throw new MessagingException(e.getMessage(), e);
        }
    }
}
