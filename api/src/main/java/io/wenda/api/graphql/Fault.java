package io.wenda.api.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as the contract knows it: what a caller can be told, and nothing else.
 *
 * @param retryAfter of RATE_LIMITED and UNAVAILABLE
 */
record Fault(Code code, String message, @Nullable Duration retryAfter) {

    /** The contract's codes outside of user errors. */
    enum Code implements ErrorClassification {
        UNAUTHENTICATED,
        FORBIDDEN,
        BAD_REQUEST,
        /** Of a subscription's root alone. */
        NOT_FOUND,
        TOO_COMPLEX,
        RATE_LIMITED,
        UNAVAILABLE,
        INTERNAL
    }

    Fault(Code code, String message) {
        this(code, message, null);
    }

    /** About the operation as a whole. */
    GraphQLError toError() {
        return toError(ContractError.Place.EVERYWHERE, "");
    }

    /** At a place of it, with the trace id where the fault is ours. */
    GraphQLError toError(ContractError.Place place, String traceId) {
        return new ContractError(this, extensions(traceId), place);
    }

    Map<String, Object> extensions(String traceId) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", code.name());
        if (retryAfter != null) {
            extensions.put(
                    "retryAfterSeconds", Math.max(1, retryAfter.plusMillis(999).toSeconds()));
        }
        if (code == Code.INTERNAL && !traceId.isEmpty()) {
            extensions.put("traceId", traceId);
        }
        return extensions;
    }
}
