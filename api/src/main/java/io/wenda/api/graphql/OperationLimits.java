package io.wenda.api.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Refuses what would cost too much before anything is fetched, and tells every answer's cost. */
@Component
@EnableConfigurationProperties(GraphQlSettings.class)
class OperationLimits extends SimplePerformantInstrumentation {
    private static final String COST = "wenda.cost";
    private final GraphQlSettings settings;

    OperationLimits(GraphQlSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters,
            @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        var operation = execution.getOperationDefinition();
        if (operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION
                && !Transport.streams(execution.getGraphQLContext())) {
            throw new AbortExecutionException(
                    List.of(
                            new Fault(
                                            Fault.Code.BAD_REQUEST,
                                            "send a subscription over WebSocket, or with Accept:"
                                                    + " text/event-stream")
                                    .toError()));
        }
        limit(execution, operation);
        return super.beginExecuteOperation(parameters, state);
    }

    private void limit(ExecutionContext execution, OperationDefinition operation) {
        var size =
                new Cost(
                                execution.getGraphQLSchema(),
                                execution.getFragmentsByName(),
                                execution.getCoercedVariables().toMap())
                        .of(operation.getSelectionSet(), root(execution, operation));
        var most = settings.maxComplexity(CallerContext.find(execution.getGraphQLContext()));
        var cost =
                Map.<String, Object>of(
                        "complexity",
                        size.complexity(),
                        "maxComplexity",
                        most,
                        "depth",
                        size.depth(),
                        "maxDepth",
                        settings.maxDepth());
        execution.getGraphQLContext().put(COST, cost);
        if (size.complexity() > most || size.depth() > settings.maxDepth()) {
            throw new AbortExecutionException(List.of(tooComplex(cost)));
        }
    }

    private static GraphQLError tooComplex(Map<String, Object> cost) {
        var extensions = new LinkedHashMap<>(cost);
        extensions.put("code", Fault.Code.TOO_COMPLEX.name());
        return new ContractError(
                new Fault(
                        Fault.Code.TOO_COMPLEX,
                        """
                        the operation asks too much: complexity %s of at most %s, depth %s of at \
                        most %s; ask for fewer fields or smaller pages"""
                                .formatted(
                                        cost.get("complexity"),
                                        cost.get("maxComplexity"),
                                        cost.get("depth"),
                                        cost.get("maxDepth"))),
                extensions,
                ContractError.Place.EVERYWHERE);
    }

    private static GraphQLObjectType root(
            ExecutionContext execution, OperationDefinition operation) {
        GraphQLSchema schema = execution.getGraphQLSchema();
        return Objects.requireNonNull(
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                });
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        GraphQLContext context = parameters.getGraphQLContext();
        Map<String, Object> cost = context.get(COST);
        return CompletableFuture.completedFuture(
                cost == null
                        ? result
                        : result.transform(builder -> builder.addExtension("cost", cost)));
    }
}
