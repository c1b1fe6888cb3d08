package io.wenda.demo;

import io.wenda.tenant.company.MailWanted;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Reads over the shoulder of the post: the demo's people have no mailboxes. */
final class MailedLinks implements AutoCloseable {
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final ConfigurableApplicationContext application;
    private final ApplicationListener<PayloadApplicationEvent<?>> listener = this::hear;

    MailedLinks(ConfigurableApplicationContext application) {
        this.application = application;
        application.addApplicationListener(listener);
    }

    private void hear(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof MailWanted mail) {
            var link = mail.values().getOrDefault("link", "");
            tokens.put(mail.to(), link.substring(link.lastIndexOf('/') + 1));
        }
    }

    /** The token of the last link that was mailed there. */
    Optional<String> tokenFor(Person person) {
        return Optional.ofNullable(tokens.get(person.address()));
    }

    @Override
    public void close() {
        application.removeApplicationListener(listener);
    }
}
