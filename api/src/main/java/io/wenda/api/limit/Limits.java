package io.wenda.api.limit;

import io.wenda.tenant.Caller;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Refuses callers who ask too often, each with a LimitReached that tells when to come back. */
@Component("callerLimits")
public class Limits {
    private final Buckets signUps;
    private final Buckets sessions;
    private final Buckets visitorMessages;
    private final Buckets typing;

    Limits(LimitSettings settings, Clock clock) {
        this.signUps =
                new Buckets(
                        "sign-ups",
                        settings.signUpBurst(),
                        settings.signUpsAnHour(),
                        Duration.ofHours(1),
                        clock);
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

    /** One sign-up from this address (see {@link ClientAddress}). */
    public void signUp(String clientAddress) {
        signUps.take(clientAddress);
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
