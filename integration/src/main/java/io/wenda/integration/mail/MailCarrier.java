package io.wenda.integration.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.UUID;

/** Takes a finished mail out of the house: to a mail server, or into a folder. */
interface MailCarrier {

    /** An empty mail of the kind that this carrier takes. */
    MimeMessage blank();

    /** Takes the mail of that id; when this returns, it is out. */
    void carry(UUID id, MimeMessage mail) throws MessagingException, IOException;
}
