package io.wenda.knowledge.trial;

import io.wenda.knowledge.answering.Rehearsal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What customers asked, as a test says it. */
@Component
class Customers implements CustomerQuestions {
    private final Map<TenantId, List<Rehearsal.Question>> asked = new ConcurrentHashMap<>();

    void asked(TenantId tenant, List<String> questions) {
        asked.put(tenant, questions.stream().map(it -> new Rehearsal.Question(it, "en")).toList());
    }

    @Override
    public List<Rehearsal.Question> last(int most) {
        return asked.getOrDefault(CurrentTenant.get(), List.of()).stream().limit(most).toList();
    }
}
