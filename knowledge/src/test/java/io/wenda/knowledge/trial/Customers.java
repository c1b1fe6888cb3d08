package io.wenda.knowledge.trial;

import io.wenda.knowledge.answering.Asked;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What customers asked, as a test says it. */
@Component
class Customers implements CustomerQuestions {
    private final Map<TenantId, List<Asked>> asked = new ConcurrentHashMap<>();

    void asked(TenantId tenant, Asked... questions) {
        asked.put(tenant, List.of(questions));
    }

    @Override
    public List<Asked> last(int most) {
        return asked.getOrDefault(CurrentTenant.get(), List.of()).stream().limit(most).toList();
    }
}
