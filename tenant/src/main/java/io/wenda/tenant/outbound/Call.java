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
    private final HttpPost request;
    private final Outbound.Limits limits;
    private volatile boolean begun;
    private volatile boolean stopped;

    Call(HttpPost request, Outbound.Limits limits) {
        this.request = request;
        this.limits = limits;
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
        var entity = response.getEntity();
        var body = entity == null ? InputStream.nullInputStream() : entity.getContent();
        return new Reply(response.getCode(), body, limits.bytes(), () -> begun = true);
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
