package io.wenda.integration.mail;

import io.wenda.integration.mail.MailTable.Due;
import io.wenda.tenant.company.MailWanted;
import io.wenda.tenant.isolation.AfterCommit;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the mails that are wanted, and has them delivered: at once after the commit, and whatever
 * was left by a sweep. Few go out at a time, so that a slow mail server holds up nothing else.
 */
@Component
class Post implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Post.class);
    private static final int AT_ONCE = 4;
    private static final int WAITING_HERE = 500;

    private final MailTable mails;
    private final MailDelivery delivery;
    private final MailSettings settings;
    private final Clock clock;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor postmen =
            new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING_HERE),
                    Thread.ofVirtual().name("mail-", 0).factory());

    Post(MailTable mails, MailDelivery delivery, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
    }

    /** Refuses here, in the wanting transaction, what could never become a mail. */
    @EventListener
    void keep(MailWanted wanted) {
        LetterTemplate.of(wanted.template(), wanted.locale()).fill(wanted.values());
        var mail = new Due(wanted.tenant(), mails.write(wanted, clock.instant()));
        AfterCommit.run(() -> send(mail));
    }

    /** Has everything delivered that is due, and forgets what is long past. */
    void sweep() {
        var now = clock.instant();
        mails.due(now, WAITING_HERE).forEach(this::send);
        mails.forget(now.minus(settings.kept()));
    }

    private void send(Due mail) {
        if (!inHand.add(mail.id())) {
            return;
        }
        try {
            postmen.execute(() -> deliver(mail));
        } catch (RejectedExecutionException _) {
            // enough is waiting here: a later sweep, of this node or another, finds it
            inHand.remove(mail.id());
        }
    }

    private void deliver(Due mail) {
        try {
            delivery.deliver(mail);
        } catch (RuntimeException e) {
            log.warn("mail {} of company {} was not tried", mail.id(), mail.tenant().value(), e);
        } finally {
            inHand.remove(mail.id());
        }
    }

    /** Ends what is under way; what has not begun waits in the table. */
    @Override
    public void destroy() {
        postmen.getQueue().clear();
        postmen.close();
    }
}
