package io.wenda.api.graphql;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stands before every field: nobody fetches what the schema does not allow her, no text with NUL or
 * half a character gets in, and a refused mutation answers with its user errors. The one place of
 * all three.
 */
@Component
class FieldGuard extends SimplePerformantInstrumentation {
    private final Map<GraphQLFieldDefinition, Permission> permissions = new ConcurrentHashMap<>();

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var field = parameters.getEnvironment();
        var parent = ((GraphQLNamedType) field.getParentType()).getName();
        if (field.getField().getName().startsWith("__") || parent.startsWith("__")) {
            return fetcher; // introspection
        }
        var root = field.getExecutionStepInfo().getPath().getLevel() == 1;
        var mutation = root && parent.equals(mutationName(field));
        if (mutation) {
            CallerContext.reset(field.getGraphQlContext());
        }
        var denied = denied(field, parent, root);
        if (denied.isPresent()) {
            return _ -> {
                throw denied.get();
            };
        }
        if (!root) {
            return field.getSource() instanceof Refused ? FieldGuard::ofRefused : fetcher;
        }
        return mutation ? at -> mutate(fetcher, at) : at -> ask(fetcher, at);
    }

    private Optional<Denied> denied(DataFetchingEnvironment field, String parent, boolean root) {
        var permission = permissions.computeIfAbsent(field.getFieldDefinition(), Permission::of);
        var caller = CallerContext.find(field.getGraphQlContext());
        if (caller.isEmpty()) {
            // below a root field there is nobody only in the answer of a refused open mutation
            return !root || permission.open()
                    ? Optional.empty()
                    : Optional.of(Denied.unauthenticated());
        }
        return permission.allows(caller.get())
                ? Optional.empty()
                : Optional.of(Denied.forbidden(parent + "." + field.getField().getName()));
    }

    private static @Nullable Object ask(DataFetcher<?> fetcher, DataFetchingEnvironment field)
            throws Exception {
        PlainText.require(field.getArguments());
        return fetcher.get(field);
    }

    private static @Nullable Object mutate(DataFetcher<?> fetcher, DataFetchingEnvironment field)
            throws Exception {
        try {
            PlainText.require(field.getArguments());
            var payload = fetcher.get(field);
            return payload instanceof CompletionStage<?> later
                    ? later.<Object>thenApply(done -> done).exceptionally(FieldGuard::refused)
                    : payload;
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    private static Object refused(Throwable thrown) {
        return Faults.userError(thrown)
                .map(error -> new Refused(List.of(error)))
                .orElseThrow(() ->
                        thrown instanceof RuntimeException known
                                ? known
                                : new CompletionException(thrown));
    }

    private static @Nullable Object ofRefused(DataFetchingEnvironment field) {
        Refused refused = Objects.requireNonNull(field.getSource());
        return field.getField().getName().equals("userErrors") ? refused.userErrors() : null;
    }

    private static @Nullable String mutationName(DataFetchingEnvironment field) {
        var type = field.getGraphQLSchema().getMutationType();
        return type == null ? null : type.getName();
    }

    /** In place of a payload: all its fields are null but this one. */
    record Refused(List<UserError> userErrors) {}
}
