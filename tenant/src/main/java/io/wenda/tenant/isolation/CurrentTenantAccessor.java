package io.wenda.tenant.isolation;

import io.micrometer.context.ThreadLocalAccessor;
import io.wenda.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Carries the bound company to the threads that GraphQL resolves fields on. */
public final class CurrentTenantAccessor implements ThreadLocalAccessor<TenantId> {

    /** Key of the bound company in a Reactor context. */
    public static final String KEY = "wenda.tenant";

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable TenantId getValue() {
        return CurrentTenant.find().orElse(null);
    }

    @Override
    public void setValue(TenantId tenant) {
        CurrentTenant.bind(tenant);
    }

    @Override
    public void setValue() {
        CurrentTenant.bind(null);
    }
}
