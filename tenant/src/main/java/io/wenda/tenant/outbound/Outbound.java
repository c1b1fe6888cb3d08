package io.wenda.tenant.outbound;

import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.outbound.OutboundFailure.Why;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends JSON to an address that a company typed. Takes back so much, in so long a time; follows
 * nothing, tries nothing again, and {@link Targets} see to it that a slow address holds up nobody
 * else.
 */
@Component
public class Outbound implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final int MOST = 1_000;

    private final OutboundAddresses addresses;
    private final Targets targets;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("outbound-watch").factory());

    Outbound(OutboundAddresses addresses, Targets targets) {
        this.addresses = addresses;
        this.targets = targets;
        this.client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(addresses.resolver())
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(CONNECT)
                                                        .setSocketTimeout(CONNECT)
                                                        .build())
                                        .setMaxConnTotal(MOST)
                                        .setMaxConnPerRoute(MOST)
                                        .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent("Wenda")
                        .build();
    }

    /**
     * What a call may take.
     *
     * @param first until the reader says that it began
     * @param total until the end
     * @param bytes of the body
     */
    public record Limits(Duration first, Duration total, int bytes) {}

    /** Makes something of what comes, while it comes. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Reply reply) throws IOException;
    }

    /** Posts it for the bound company, never inside of a transaction. */
    public <T> T post(
            URI address, Map<String, String> headers, String body, Limits limits, Reader<T> reader)
            throws OutboundFailure {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an outside call in a transaction");
        }
        var request = request(address, headers, body, limits);
        var call = new Call(request, limits);
        try (var passage = targets.enter(CurrentTenant.get(), target(address))) {
            try {
                var read = send(request, call, reader);
                call.tell(passage);
                return read;
            } catch (OutboundFailure e) {
                call.tell(passage, e);
                throw e;
            }
        }
    }

    private static String target(URI address) {
        return address.getScheme() + "://" + address.getAuthority().toLowerCase(Locale.ROOT);
    }

    private HttpPost request(URI address, Map<String, String> headers, String body, Limits limits)
            throws OutboundFailure {
        if (!addresses.hasScheme(address)) {
            throw new OutboundFailure(Why.ADDRESS_REFUSED, new IOException("not https"));
        }
        var request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        request.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(Timeout.of(limits.first()))
                        .build());
        return request;
    }

    private <T> T send(HttpPost request, Call call, Reader<T> reader) throws OutboundFailure {
        var limits = call.limits();
        var first = watch.schedule(call::stopUnlessBegun, millis(limits.first()), MS);
        var last = watch.schedule(call::stop, millis(limits.total()), MS);
        try {
            return client.execute(
                    request,
                    response -> {
                        try (var reply = call.reply(response)) {
                            return reader.read(reply);
                        } finally {
                            request.cancel(); // what is left unread is not waited for
                        }
                    });
        } catch (IOException | RuntimeException e) {
            throw new OutboundFailure(call.why(e), e);
        } finally {
            first.cancel(false);
            last.cancel(false);
        }
    }

    private static final TimeUnit MS = TimeUnit.MILLISECONDS;

    private static long millis(Duration duration) {
        return duration.toMillis();
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
