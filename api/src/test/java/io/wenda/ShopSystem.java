package io.wenda;

import io.wenda.knowledge.flow.Connectors;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The shop system of companies in tests: it knows their orders, and is away for some numbers. */
class ShopSystem implements Connectors {
    static final String NAME = "orders";
    static final String AWAY = "AWAY-000";

    private final Map<TenantId, Map<String, Map<String, String>>> orders =
            new ConcurrentHashMap<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();

    /** Sets it up for a company, with one order. */
    void know(TenantId company, String number, Map<String, String> fields) {
        orders.computeIfAbsent(company, _ -> new ConcurrentHashMap<>()).put(number, fields);
    }

    void forget(TenantId company) {
        orders.remove(company);
    }

    @Override
    public Set<String> names() {
        return orders.containsKey(CurrentTenant.get()) ? Set.of(NAME) : Set.of();
    }

    @Override
    public Optional<Map<String, String>> call(Call call) {
        calls.add(call);
        var number = call.slots().getOrDefault("order", "");
        if (number.equals(AWAY)) {
            throw new IllegalStateException("the shop system is away");
        }
        return Optional.ofNullable(orders.getOrDefault(CurrentTenant.get(), Map.of()).get(number));
    }
}
