package io.wenda.api.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.tenant.Caller;
import io.wenda.tenant.isolation.CurrentTenantAccessor;
import java.util.Optional;

/**
 * Who asks, kept with the running operation. The open mutations have no caller before them and one
 * behind them: whoever just signed up or started a session reads the payload as herself.
 */
public final class CallerContext {
    private static final String REQUEST = "wenda.caller.request";

    private CallerContext() {}

    /** The caller of a field that only callers reach. */
    public static Caller of(DataFetchingEnvironment field) {
        return of(field.getGraphQlContext());
    }

    /** The caller of an operation that only callers reach. */
    public static Caller of(GraphQLContext context) {
        return find(context).orElseThrow(Denied::unauthenticated);
    }

    /** From here on the rest of this field's answer is read as the new caller. */
    public static void become(DataFetchingEnvironment field, Caller caller) {
        bind(field.getGraphQlContext(), caller);
    }

    static Optional<Caller> find(GraphQLContext context) {
        return Optional.ofNullable(context.get(Caller.class));
    }

    /** The operation begins: this is who sent it. */
    static void begin(GraphQLContext context, Caller caller) {
        context.put(REQUEST, caller);
        bind(context, caller);
    }

    /** The next root field begins: whatever another became does not reach it. */
    static void reset(GraphQLContext context) {
        Caller request = context.get(REQUEST);
        if (request == null) {
            context.delete(Caller.class);
            context.delete(CurrentTenantAccessor.KEY);
        } else {
            bind(context, request);
        }
    }

    private static void bind(GraphQLContext context, Caller caller) {
        context.put(Caller.class, caller);
        context.put(CurrentTenantAccessor.KEY, caller.tenant());
    }
}
