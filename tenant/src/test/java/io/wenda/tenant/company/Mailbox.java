package io.wenda.tenant.company;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the mails that were wanted. */
@Component
class Mailbox {
    private final List<MailWanted> mails = new CopyOnWriteArrayList<>();

    @EventListener
    void wanted(MailWanted mail) {
        mails.add(mail);
    }

    List<MailWanted> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** The token in the newest mail's link. */
    String token(String address) {
        var link = to(address).getLast().values().get("link");
        if (link == null) {
            throw new AssertionError("no link in the mail to " + address);
        }
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
