package io.wenda.tenant.isolation;

import io.wenda.tenant.TenantId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The company that the work on this thread belongs to. Bound at three edges only: a request (from
 * the verified token), an event (which carries it), a job. Work that needs one and has none throws.
 */
public final class CurrentTenant {
    private static final ThreadLocal<@Nullable TenantId> BOUND = new ThreadLocal<>();

    private CurrentTenant() {}

    /** The bound company. */
    public static TenantId get() {
        return find().orElseThrow(
                        () -> new IllegalStateException("no tenant is bound to this work"));
    }

    /** The bound company, if any. */
    public static Optional<TenantId> find() {
        return Optional.ofNullable(BOUND.get());
    }

    /** Does the work for the company, and puts back what was bound before. */
    public static <T extends @Nullable Object> T call(TenantId tenant, Supplier<T> work) {
        var before = BOUND.get();
        BOUND.set(tenant);
        try {
            return work.get();
        } finally {
            bind(before);
        }
    }

    /** Does the work for the company, and puts back what was bound before. */
    public static void run(TenantId tenant, Runnable work) {
        CurrentTenant.<@Nullable Void>call(
                tenant,
                () -> {
                    work.run();
                    return null;
                });
    }

    /** For the thread hand-over of {@link CurrentTenantAccessor} alone. */
    static void bind(@Nullable TenantId tenant) {
        if (tenant == null) {
            BOUND.remove();
        } else {
            BOUND.set(tenant);
        }
    }
}
