package io.wenda.conversation.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wenda.conversation.webhook.Heard.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends JSON to an address that a company typed, and takes back so much, in so long a time. */
@Component
class Posts implements AutoCloseable {
    private static final int LARGEST = 64 * 1024;

    /** What {@link BodyHandlers#limiting} says of it. */
    private static final String TOO_LARGE = "body exceeds capacity";

    private final Addresses addresses;
    private final Duration timeout;
    private final HttpClient client;

    Posts(Addresses addresses, WebhookSettings settings) {
        this.addresses = addresses;
        this.timeout = settings.timeout();
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /** What came of it. */
    sealed interface Outcome {}

    /** The body of a 2xx. */
    record Came(String body) implements Outcome {}

    record Failed(Failure why) implements Outcome {}

    Outcome send(String url, Map<String, String> headers, String body) {
        var address = URI.create(url);
        if (!addresses.mayBeCalled(address)) {
            return new Failed(Failure.ADDRESS_REFUSED);
        }
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("User-Agent", "Wenda")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return within(
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LARGEST)));
    }

    private Outcome within(CompletableFuture<HttpResponse<String>> sent) {
        try {
            var response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() / 100 == 2
                    ? new Came(response.body())
                    : new Failed(Failure.STATUS);
        } catch (TimeoutException _) {
            sent.cancel(true);
            return new Failed(Failure.TIMED_OUT);
        } catch (ExecutionException e) {
            return new Failed(failure(e.getCause()));
        } catch (InterruptedException _) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Failed(Failure.UNREACHABLE);
        }
    }

    private static Failure failure(@Nullable Throwable cause) {
        var tooLarge =
                cause instanceof IOException
                        && String.valueOf(cause.getMessage()).startsWith(TOO_LARGE);
        return tooLarge ? Failure.TOO_LARGE : Failure.UNREACHABLE;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
