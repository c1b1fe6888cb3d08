package io.wenda.tenant.outbound;

import io.wenda.tenant.outbound.OutboundFailure.Why;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** One call on its way, which its time limits stop. */
final class Call {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpPost request;
    private final Outbound.Limits limits;
    private volatile boolean begun;
    private volatile boolean stopped;
    private volatile int status;

    Call(HttpPost request, Outbound.Limits limits) {
        this.request = request;
        this.limits = limits;
    }

    Outbound.Limits limits() {
        return limits;
    }

    void stopUnlessBegun() {
        if (!begun) {
            stop();
        }
    }

    void stop() {
        stopped = true;
        request.cancel();
    }

    Reply reply(ClassicHttpResponse response) throws IOException {
        status = response.getCode();
        var entity = response.getEntity();
        var body = entity == null ? InputStream.nullInputStream() : entity.getContent();
        return new Reply(status, body, limits.bytes(), () -> begun = true);
    }

    /** A target that says that it cannot serve has failed, too. */
    void tell(Targets.Passage passage) {
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            passage.failed(new IOException("status " + status));
        } else {
            passage.answered();
        }
    }

    void tell(Targets.Passage passage, OutboundFailure failure) {
        switch (failure.why()) {
            case UNREACHABLE, TIMED_OUT -> passage.failed(failure);
            case TOO_LARGE -> passage.answered();
            case BUSY, CIRCUIT_OPEN, ADDRESS_REFUSED -> {}
        }
    }

    Why why(Exception e) {
        if (stopped) {
            return Why.TIMED_OUT;
        }
        return switch (e) {
            case OutboundAddresses.Inside _ -> Why.ADDRESS_REFUSED;
            case Reply.TooLarge _ -> Why.TOO_LARGE;
            case ConnectTimeoutException _ -> Why.UNREACHABLE;
            case InterruptedIOException _ -> Why.TIMED_OUT;
            default -> Why.UNREACHABLE;
        };
    }
}
