package io.wenda.api.graphql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers what is no GraphQL request at all, in GraphQL's own form. */
@Component
class BadBodies implements HandlerExceptionResolver, Ordered {
    private static final String NO_REQUEST =
            "send JSON in UTF-8: {\"query\": \"...\", \"variables\": {...}, \"operationName\": \"...\"}";

    private final JsonMapper json;
    private final FaultLog log;

    BadBodies(JsonMapper json, FaultLog log) {
        this.json = json;
        this.log = log;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        if (!request.getServletPath().equals(BodyLimit.PATH) || response.isCommitted()) {
            return null;
        }
        var status = status(thrown, request.getAttribute(HttpAnswers.BEGUN) != null);
        var trace = Trace.next();
        var fault = fault(thrown, status);
        log.tell(fault, trace, thrown);
        var away = fault.code() == Fault.Code.UNAVAILABLE;
        answer(response, away ? HttpStatus.SERVICE_UNAVAILABLE : status, fault, trace);
        return new ModelAndView();
    }

    private static Fault fault(Exception thrown, HttpStatusCode status) {
        if (status.value() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return new Fault(
                    Fault.Code.BAD_REQUEST, "the body is too large: send less than 1 MiB at once");
        }
        return status.is4xxClientError()
                ? new Fault(Fault.Code.BAD_REQUEST, NO_REQUEST)
                : Faults.of(thrown);
    }

    private static HttpStatusCode status(Exception thrown, boolean begun) {
        if (causes(thrown).anyMatch(BodyLimit.Exceeded.class::isInstance)) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        return switch (thrown) {
            case HttpMessageNotReadableException _ -> HttpStatus.BAD_REQUEST;
            // a header that the firewall refuses when it is read
            case RequestRejectedException _ -> HttpStatus.BAD_REQUEST;
            // the engine does not expect the body "null"
            case NullPointerException _ when !begun -> HttpStatus.BAD_REQUEST;
            case ErrorResponse known -> known.getStatusCode();
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        var cause = thrown.getCause();
        return Stream.concat(Stream.of(thrown), cause == null ? Stream.empty() : causes(cause));
    }

    private void answer(
            HttpServletResponse response, HttpStatusCode status, Fault fault, String trace) {
        var body =
                Map.of(
                        "errors",
                        List.of(
                                Map.of(
                                        "message",
                                        fault.message(),
                                        "extensions",
                                        fault.extensions(trace))));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try {
            response.getOutputStream()
                    .write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
