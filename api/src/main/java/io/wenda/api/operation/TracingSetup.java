package io.wenda.api.operation;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.wenda.tenant.isolation.SystemDatabase;
import java.util.EnumSet;
import java.util.Optional;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import net.ttddyy.observation.tracing.DataSourceObservationListener;
import net.ttddyy.observation.tracing.JdbcObservationDocumentation;
import net.ttddyy.observation.tracing.QueryTracingObservationHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.graphql.observation.DefaultExecutionRequestObservationConvention;
import org.springframework.graphql.observation.ExecutionRequestObservationContext;
import org.springframework.graphql.observation.GraphQlObservationInstrumentation;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * What a trace shows, where one is collected: the request, the operation by its name, each SQL
 * statement with its placeholders. Never a variable, a value or a text.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(TracingSetup.On.class)
class TracingSetup {

    /** Somebody collects them. */
    static final class On implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return TracingFilter.on(context.getEnvironment());
        }
    }

    @Bean
    GraphQlObservationInstrumentation operations(ObservationRegistry registry) {
        return new Operations(registry);
    }

    /** Only what the product does: no probes, no steps of the framework. */
    @Bean
    ObservationPredicate tracedOnly() {
        return (name, context) ->
                !name.startsWith("spring.security")
                        && !name.startsWith("tasks.")
                        && !(context instanceof ServerRequestObservationContext request
                                && request.getCarrier() != null
                                && !request.getCarrier().getRequestURI().startsWith("/graphql"));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    QueryTracingObservationHandler statements(Tracer tracer) {
        return new QueryTracingObservationHandler(tracer);
    }

    /** Under the pools, so that everybody keeps the pool that she knows. */
    @Bean
    static BeanPostProcessor observedPools(ObjectProvider<ObservationRegistry> registry) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                switch (bean) {
                    case HikariDataSource pool -> observe(pool, registry);
                    case SystemDatabase system -> observe(system.pool(), registry);
                    default -> {}
                }
                return bean;
            }
        };
    }

    private static void observe(
            HikariDataSource pool, ObjectProvider<ObservationRegistry> registry) {
        var listener = new DataSourceObservationListener(registry::getObject);
        listener.setSupportedTypes(EnumSet.of(JdbcObservationDocumentation.QUERY));
        var driver =
                new DriverDataSource(
                        pool.getJdbcUrl(),
                        null,
                        pool.getDataSourceProperties(),
                        pool.getUsername(),
                        pool.getPassword());
        pool.setDataSource(
                ProxyDataSourceBuilder.create(pool.getPoolName(), driver)
                        .listener(listener)
                        .methodListener(listener)
                        .build());
    }

    /** One span for an operation; what its fields do belongs to it. */
    private static final class Operations extends GraphQlObservationInstrumentation {
        Operations(ObservationRegistry registry) {
            super(registry, new NamedOperations(), null, null);
        }

        /** Batch loaders stay those of {@link io.wenda.api.graphql}, made when they are needed. */
        @Override
        public ExecutionInput instrumentExecutionInput(
                ExecutionInput input,
                InstrumentationExecutionParameters parameters,
                InstrumentationState state) {
            return input;
        }

        @Override
        public DataFetcher<?> instrumentDataFetcher(
                DataFetcher<?> fetcher,
                InstrumentationFieldFetchParameters parameters,
                InstrumentationState state) {
            return fetcher;
        }
    }

    /** A span bears its operation's name, which is of the client's code. */
    private static final class NamedOperations
            extends DefaultExecutionRequestObservationConvention {
        @Override
        public String getContextualName(ExecutionRequestObservationContext context) {
            return super.getContextualName(context)
                    + Optional.ofNullable(context.getExecutionContext())
                            .map(execution -> execution.getOperationDefinition().getName())
                            .map(operation -> " " + operation)
                            .orElse("");
        }

        @Override
        public KeyValues getHighCardinalityKeyValues(ExecutionRequestObservationContext context) {
            return KeyValues.empty();
        }
    }
}
