package io.wenda;

import io.wenda.tenant.company.MailWanted;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the mails that the running application wanted sent. */
@Component
public class MailsWanted {
    private final List<MailWanted> mails = new CopyOnWriteArrayList<>();

    @EventListener
    void wanted(MailWanted mail) {
        mails.add(mail);
    }

    /** The path of the link in the newest mail to the address. */
    public String link(String address) {
        var link =
                mails.stream()
                        .filter(mail -> mail.to().equals(address))
                        .toList()
                        .getLast()
                        .values()
                        .getOrDefault("link", "");
        return URI.create(link).getPath();
    }
}
