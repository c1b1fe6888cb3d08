package io.wenda.api.graphql;

import java.util.Map;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.AsyncServerResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.ServerResponse.HeadersBuilder.WriteFunction;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives an answer without data the HTTP status of its reason, so that proxies understand it too.
 * Waits for the answer on the request's own virtual thread: a second dispatch through all filters
 * would cost more than anything else in the request.
 */
@Component
class HttpAnswers extends GraphQlHttpHandler {
    /** Attribute of a request that was one: its body said what is asked. */
    static final String BEGUN = HttpAnswers.class.getName();

    private final JsonMapper json;

    HttpAnswers(WebGraphQlHandler handler, JsonMapper json) {
        super(handler);
        this.json = json;
    }

    @Override
    protected ServerResponse prepareResponse(
            ServerRequest request, Mono<WebGraphQlResponse> response) {
        request.attributes().put(BEGUN, true);
        var answer = super.prepareResponse(request, response);
        return answer instanceof AsyncServerResponse later ? later.block() : answer;
    }

    /** It is JSON whatever was asked for: no converter has to be looked for. */
    @Override
    protected WriteFunction getWriteFunction(Map<String, Object> answer, MediaType type) {
        return (_, response) -> {
            var body = json.writeValueAsBytes(answer);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            return null;
        };
    }

    @Override
    protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType type) {
        var result = response.getExecutionResult();
        if (result.isDataPresent() || !MediaTypes.APPLICATION_GRAPHQL_RESPONSE.equals(type)) {
            return HttpStatus.OK;
        }
        return result.getErrors().stream()
                .map(error -> error.getErrorType())
                .filter(Fault.Code.class::isInstance)
                .map(Fault.Code.class::cast)
                .map(HttpAnswers::status)
                .findFirst()
                .orElse(HttpStatus.BAD_REQUEST);
    }

    private static HttpStatus status(Fault.Code code) {
        return switch (code) {
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
            case UNAUTHENTICATED, FORBIDDEN, BAD_REQUEST, NOT_FOUND, TOO_COMPLEX ->
                    HttpStatus.BAD_REQUEST;
        };
    }
}
