package io.wenda.api.limit;

import io.github.bucket4j.BucketConfiguration;
import io.wenda.tenant.Caller;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Refuses callers who ask too often, each with a LimitReached that tells when to come back. */
@Component("callerLimits")
public class Limits {
    private static final String SIGN_UPS = "sign-ups";

    private final SharedBuckets shared;
    private final BucketConfiguration signUps;
    private final Buckets sessions;
    private final Buckets visitorMessages;
    private final Buckets typing;

    Limits(LimitSettings settings, SharedBuckets shared, Clock clock) {
        this.shared = shared;
        this.signUps =
                BucketConfiguration.builder()
                        .addLimit(limit ->
                                limit.capacity(settings.signUpBurst())
                                        .refillGreedy(
                                                settings.signUpsAnHour(), Duration.ofHours(1)))
                        .build();
        this.sessions =
                new Buckets(
                        "sessions",
                        settings.sessionsAMinute(),
                        settings.sessionsAMinute(),
                        Duration.ofMinutes(1),
                        clock);
        this.visitorMessages =
                new Buckets(
                        "messages",
                        settings.visitorMessageBurst(),
                        settings.visitorMessagesASecond(),
                        Duration.ofSeconds(1),
                        clock);
        this.typing =
                new Buckets(
                        "signs of typing",
                        settings.typingBurst(),
                        settings.typingASecond(),
                        Duration.ofSeconds(1),
                        clock);
    }

    /** One sign-up from this address (see {@link ClientAddress}), at whichever node. */
    public void signUp(String clientAddress) {
        shared.take(SIGN_UPS, clientAddress, signUps);
    }

    /** One widget session from this address. */
    public void session(String clientAddress) {
        sessions.take(clientAddress);
    }

    /** One message of the visitor. */
    public void visitorMessage(Caller.Visitor visitor) {
        visitorMessages.take(key(visitor));
    }

    /** One sign that the caller types. */
    public void typing(Caller caller) {
        typing.take(key(caller));
    }

    private static String key(Caller caller) {
        return caller.tenant().value() + "/" + caller.key();
    }
}
