package io.wenda.api.graphql;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.ExecutionId;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import io.wenda.api.limit.ClientAddress;
import io.wenda.api.security.Callers;
import io.wenda.tenant.Caller;
import io.wenda.tenant.isolation.CurrentTenantAccessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Every operation passes here, over HTTP, events and sockets alike: learns its caller, is bound to
 * her company, ends in time, and answers with the contract's codes. Behind whatever authenticates.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Requests implements WebGraphQlInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Callers callers;
    private final ClientAddress addresses;
    private final Admission admission;
    private final OpenOperations open;
    private final StreamPlaces streams;
    private final GraphQlSettings settings;
    private final Trace trace;
    private final FaultLog log;
    private final NeededLoaders loaders;

    Requests(
            Callers callers,
            ClientAddress addresses,
            Admission admission,
            OpenOperations open,
            StreamPlaces streams,
            GraphQlSettings settings,
            Trace trace,
            FaultLog log,
            NeededLoaders loaders) {
        this.trace = trace;
        this.log = log;
        this.loaders = loaders;
        this.callers = callers;
        this.addresses = addresses;
        this.admission = admission;
        this.open = open;
        this.streams = streams;
        this.settings = settings;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var transport = Transport.of(request);
        return Mono.deferContextual(
                        context -> {
                            var sender = authentication(context);
                            var caller = sender.flatMap(callers::of);
                            var deadline = new Deadline(settings.timeout());
                            var whence = whence(request);
                            prepare(
                                    request,
                                    sender,
                                    caller,
                                    Map.of(
                                            Transport.class, transport,
                                            Deadline.class, deadline,
                                            Whence.class, whence));
                            var answer =
                                    open.counted(
                                            request,
                                            deadline.endsInTime(chain.next(request))
                                                    .map(response ->
                                                            streams.kept(
                                                                    request, sender, response)));
                            return admission.admitted(
                                    caller,
                                    whence.address(),
                                    deadline,
                                    caller.map(known -> bound(answer, known)).orElse(answer));
                        })
                .onErrorResume(thrown -> Mono.just(failed(request, thrown, trace.of(request))))
                .map(Requests::coded)
                .map(response -> transport == Transport.EVENTS ? streamed(response) : response);
    }

    private static Optional<Authentication> authentication(ContextView context) {
        return context.<SecurityContext>getOrEmpty(SecurityContext.class.getName())
                .map(SecurityContext::getAuthentication);
    }

    private Whence whence(WebGraphQlRequest request) {
        var headers = request.getHeaders();
        return new Whence(headers.getOrigin(), addresses.of(request.getRemoteAddress(), headers));
    }

    private void prepare(
            WebGraphQlRequest request,
            Optional<Authentication> sender,
            Optional<Caller> caller,
            Map<?, Object> known) {
        trace.of(request).map(ExecutionId::from).ifPresent(request::executionId);
        request.configureExecutionInput((input, changed) -> {
            var context = input.getGraphQLContext();
            context.putAll(known);
            context.put(SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED, true);
            sender.ifPresent(it -> context.put(Authentication.class, it));
            caller.ifPresent(it -> CallerContext.begin(context, it));
            return changed.dataLoaderRegistry(loaders.of(context)).build();
        });
    }

    private static Mono<WebGraphQlResponse> bound(Mono<WebGraphQlResponse> answer, Caller caller) {
        return answer.contextWrite(
                context -> context.put(CurrentTenantAccessor.KEY, caller.tenant()));
    }

    /** Nothing was executed, or not to its end. */
    private WebGraphQlResponse failed(
            WebGraphQlRequest request, Throwable thrown, Optional<String> named) {
        var id = named.orElseGet(request::getId);
        var fault = Faults.of(thrown);
        log.tell(fault, id, thrown);
        var error = fault.toError(ContractError.Place.EVERYWHERE, id);
        return new WebGraphQlResponse(
                new DefaultExecutionGraphQlResponse(
                        ExecutionInput.newExecutionInput(request.getDocument()).build(),
                        ExecutionResult.newExecutionResult().addError(error).build()));
    }

    /** The engine's own errors get the contract's codes. */
    private static WebGraphQlResponse coded(WebGraphQlResponse response) {
        var result = response.getExecutionResult();
        if (result.getErrors().stream().allMatch(Requests::hasCode)) {
            return response;
        }
        var trace = Trace.next();
        return response.transform(builder ->
                builder.errors(
                        result.getErrors().stream()
                                .map(error -> hasCode(error) ? error : coded(error, trace))
                                .toList()));
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getErrorType() instanceof Fault.Code;
    }

    private static GraphQLError coded(GraphQLError error, String trace) {
        return fault(error, trace)
                .toError(ContractError.Place.of(error.getLocations(), error.getPath()), trace);
    }

    private static Fault fault(GraphQLError error, String trace) {
        if (error instanceof BadFaithIntrospectionError) {
            return new Fault(
                    Fault.Code.TOO_COMPLEX,
                    "introspection may name __schema, __type and each list of a type once, and not"
                            + " go round: ask for less of it in one operation");
        }
        var ours =
                !(error.getErrorType() instanceof ErrorType type)
                        || type == ErrorType.DataFetchingException
                        || type == ErrorType.NullValueInNonNullableField
                        || type == ErrorType.ExecutionAborted;
        if (ours) {
            LOG.error("{} {}: {}", Fault.Code.INTERNAL, trace, error);
        }
        return ours
                ? new Fault(Fault.Code.INTERNAL, Faults.INTERNAL)
                : new Fault(Fault.Code.BAD_REQUEST, error.getMessage());
    }

    /** What has no stream is told as a stream of one. */
    private static WebGraphQlResponse streamed(WebGraphQlResponse response) {
        return response.getData() instanceof Publisher<?>
                ? response
                : response.transform(builder ->
                        builder.data(Flux.just(response.getExecutionResult())).errors(List.of()));
    }
}
