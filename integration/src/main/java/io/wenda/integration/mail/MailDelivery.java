package io.wenda.integration.mail;

import io.wenda.integration.mail.MailTable.Claimed;
import io.wenda.integration.mail.MailTable.Due;
import io.wenda.tenant.isolation.CurrentTenant;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one mail: takes it in hand, carries it out with no transaction open, writes down what
 * became of it. A node that dies in between leaves it to the next once the lease has ended, so a
 * mail may arrive twice (under one Message-ID), but is never lost.
 */
@Component
class MailDelivery {
    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);
    private static final int LONGEST_FAULT = 300;

    /** What an SMTP server's answer begins with, such as {@code 550 5.1.1}. */
    private static final Pattern REPLY_CODES =
            Pattern.compile("[45]\\d\\d(?: [45]\\.\\d{1,3}\\.\\d{1,3})?\\b");

    private final MailTable mails;
    private final MailCarrier carrier;
    private final MailSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MailDelivery(
            MailTable mails,
            MailCarrier carrier,
            MailSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.mails = mails;
        this.carrier = carrier;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tries the mail once, if it is due and nobody else has it in hand. */
    void deliver(Due due) {
        CurrentTenant.run(due.tenant(), () -> claim(due.id()).ifPresent(mail -> carry(due, mail)));
    }

    private Optional<Claimed> claim(UUID id) {
        var now = clock.instant();
        return transactions.execute(_ -> mails.claim(id, now, now.plus(settings.lease())));
    }

    private void carry(Due due, Claimed mail) {
        try {
            carryOut(due, mail);
        } catch (MessagingException | IOException | RuntimeException e) {
            settle(due, mail, e);
            return;
        }
        transactions.executeWithoutResult(_ -> mails.sent(due.id(), clock.instant()));
    }

    private void carryOut(Due due, Claimed mail) throws MessagingException, IOException {
        var letter = LetterTemplate.of(mail.template(), mail.locale()).fill(mail.content());
        var envelope = new Envelope(due.id(), settings.from(), mail.recipient(), mail.wantedAt());
        carrier.carry(due.id(), envelope.around(letter, carrier.blank()));
    }

    private void settle(Due due, Claimed mail, Exception e) {
        var innermost = innermost(e);
        var fault = words(innermost);
        var now = clock.instant();
        var next = now.plus(settings.waitAfter(mail.attempts()));
        if (hopeless(e) || tooLate(mail, next)) {
            log.warn(
                    "mail {} of company {} is given up: {}",
                    due.id(),
                    due.tenant().value(),
                    kind(innermost));
            transactions.executeWithoutResult(
                    _ -> mails.failed(due.id(), mail.attempts(), fault, now));
        } else {
            log.warn(
                    "mail {} of company {} waits until {}: {}",
                    due.id(),
                    due.tenant().value(),
                    next,
                    kind(innermost));
            transactions.executeWithoutResult(
                    _ -> mails.again(due.id(), mail.attempts(), fault, next));
        }
    }

    private boolean tooLate(Claimed mail, Instant next) {
        return next.isAfter(mail.wantedAt().plus(settings.giveUpAfter()));
    }

    /** The address itself is wrong, or its server refuses it for good. */
    private static boolean hopeless(Exception e) {
        return switch (e) {
            case AddressException _ -> true;
            case SendFailedException refused ->
                    refused.getInvalidAddresses() != null
                            && refused.getInvalidAddresses().length > 0;
            default -> false;
        };
    }

    /** The innermost cause says it best: what the server answered, or why it could not be asked. */
    private static Throwable innermost(Exception e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost;
    }

    private static String words(Throwable fault) {
        var words = fault.getClass().getSimpleName() + ": " + fault.getMessage();
        return words.length() > LONGEST_FAULT ? words.substring(0, LONGEST_FAULT) : words.strip();
    }

    /** For the log: a server's words often name the recipient. */
    private static String kind(Throwable fault) {
        var codes = REPLY_CODES.matcher(String.valueOf(fault.getMessage()));
        var kind = fault.getClass().getSimpleName();
        return codes.lookingAt() ? kind + " " + codes.group() : kind;
    }
}
