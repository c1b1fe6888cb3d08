package io.wenda.api.graphql;

import io.wenda.knowledge.exchange.file.FileRefused;
import io.wenda.tenant.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.json.JsonMapper;

/** Tells what went wrong with a plain HTTP request as GraphQL would, with a status that fits. */
@Component
public class PlainFaults {
    private final JsonMapper json;
    private final FaultLog log;

    PlainFaults(JsonMapper json, FaultLog log) {
        this.json = json;
        this.log = log;
    }

    /** Answers; a body that is on its way already is cut off, so that nobody takes it for whole. */
    public void answer(Exception thrown, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw thrown instanceof IOException lost
                    ? lost
                    : new IOException("the answer broke off", thrown);
        }
        var fault = fault(thrown);
        var trace = Trace.next();
        log.tell(fault, trace, thrown);
        response.reset();
        response.setStatus(status(fault, thrown).value());
        var retry = fault.extensions(trace).get("retryAfterSeconds");
        if (retry != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retry.toString());
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var extensions = fault.extensions(trace);
        if (thrown instanceof FileRefused file) {
            extensions.put("fileFault", file.told());
        }
        var error = Map.of("message", fault.message(), "extensions", extensions);
        response.getOutputStream()
                .write(
                        json.writeValueAsString(Map.of("errors", List.of(error)))
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static Fault fault(Exception thrown) {
        return switch (thrown) {
            case MethodArgumentTypeMismatchException wrong ->
                    new Fault(Fault.Code.BAD_REQUEST, wrong.getName() + " has no such value");
            case ErrorResponse known when known.getStatusCode().is4xxClientError() ->
                    new Fault(
                            Fault.Code.BAD_REQUEST,
                            Objects.requireNonNullElse(known.getBody().getDetail(), "refused"));
            default -> Faults.of(thrown);
        };
    }

    private static HttpStatus status(Fault fault, Exception thrown) {
        return switch (fault.code()) {
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
            case BAD_REQUEST, TOO_COMPLEX ->
                    thrown instanceof Refusal refusal && refusal.code() == Refusal.Code.TOO_LONG
                            ? HttpStatus.CONTENT_TOO_LARGE
                            : HttpStatus.BAD_REQUEST;
        };
    }
}
