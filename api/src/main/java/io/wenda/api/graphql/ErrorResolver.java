package io.wenda.api.graphql;

import graphql.GraphQLError;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns what a field threw into the contract's errors; ours are logged under their trace id. */
@Component
class ErrorResolver implements DataFetcherExceptionResolver, SubscriptionExceptionResolver {
    private final FaultLog log;

    ErrorResolver(FaultLog log) {
        this.log = log;
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(
            Throwable thrown, DataFetchingEnvironment field) {
        if (Faults.notFound(thrown) && !isSubscription(field)) {
            return Mono.just(List.of()); // null, and no error
        }
        var trace = field.getExecutionId().toString();
        // the log says whose it was
        var fault =
                CallerContext.find(field.getGraphQlContext())
                        .map(caller ->
                                CurrentTenant.call(caller.tenant(), () -> told(thrown, trace)))
                        .orElseGet(() -> told(thrown, trace));
        return Mono.just(List.of(fault.toError(place(field), trace)));
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown) {
        var trace = Trace.next();
        return Mono.just(
                List.of(told(thrown, trace).toError(ContractError.Place.EVERYWHERE, trace)));
    }

    private static ContractError.Place place(DataFetchingEnvironment field) {
        return new ContractError.Place(
                List.of(field.getField().getSourceLocation()),
                field.getExecutionStepInfo().getPath().toList());
    }

    private Fault told(Throwable thrown, String trace) {
        var fault = Faults.of(thrown);
        log.tell(fault, trace, thrown);
        return fault;
    }

    private static boolean isSubscription(DataFetchingEnvironment field) {
        return field.getOperationDefinition().getOperation()
                        == OperationDefinition.Operation.SUBSCRIPTION
                && field.getExecutionStepInfo().getPath().getLevel() == 1;
    }
}
