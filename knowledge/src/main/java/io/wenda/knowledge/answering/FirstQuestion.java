package io.wenda.knowledge.answering;

import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks one question in each language on behalf of nobody when the application is ready, so that the
 * first customer does not wait for scripts to be compiled and models to be touched.
 */
@Component
class FirstQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(FirstQuestion.class);
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private final SearchIndex index;

    FirstQuestion(SearchIndex index) {
        this.index = index;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ask() {
        Thread.ofVirtual()
                .name("first-question")
                .start(() -> List.of("Are you open?", "你们营业吗？").forEach(this::ask));
    }

    private void ask(String question) {
        try {
            index.search(NOBODY, NormalText.of(question), 1);
        } catch (RuntimeException e) {
            // no index yet, or an end right after the start
            LOG.info("The first question found no answer: {}", e.toString());
        }
    }
}
