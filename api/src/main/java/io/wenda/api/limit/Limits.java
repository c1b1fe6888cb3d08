package io.wenda.api.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.wenda.tenant.Caller;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Refuses callers who ask too often, each with a LimitReached that tells when to come back. */
@Component("callerLimits")
public class Limits {
    private static final String SIGN_UPS = "sign-ups";

    private final SharedBuckets shared;
    private final BucketConfiguration signUps;
    private final Buckets signIns;
    private final Buckets sessions;
    private final Buckets operations;
    private final Buckets operationsOfCompany;
    private final Buckets operationsOfVisitors;
    private final Buckets visitorMessages;
    private final Buckets typing;

    Limits(LimitSettings settings, SharedBuckets shared, TimeMeter time) {
        this.shared = shared;
        this.signUps =
                BucketConfiguration.builder()
                        .addLimit(limit ->
                                limit.capacity(settings.signUpBurst())
                                        .refillGreedy(
                                                settings.signUpsAnHour(), Duration.ofHours(1)))
                        .build();
        this.signIns = aMinute("sign-ins", settings.signInsAMinute(), time);
        this.sessions = aMinute("sessions", settings.sessionsAMinute(), time);
        this.operations =
                aSecond(
                        "operations",
                        settings.visitorOperationBurst(),
                        settings.visitorOperationsASecond(),
                        time);
        this.operationsOfCompany = ofCompany("operations of this company", settings, time);
        this.operationsOfVisitors =
                ofCompany("operations of this company's visitors", settings, time);
        this.visitorMessages =
                aSecond(
                        "messages",
                        settings.visitorMessageBurst(),
                        settings.visitorMessagesASecond(),
                        time);
        this.typing =
                aSecond("signs of typing", settings.typingBurst(), settings.typingASecond(), time);
    }

    private static Buckets ofCompany(String what, LimitSettings settings, TimeMeter time) {
        return aSecond(
                what, settings.companyOperationBurst(), settings.companyOperationsASecond(), time);
    }

    private static Buckets aMinute(String what, int tokens, TimeMeter time) {
        return new Buckets(what, tokens, tokens, Duration.ofMinutes(1), time);
    }

    private static Buckets aSecond(String what, int burst, int tokens, TimeMeter time) {
        return new Buckets(what, burst, tokens, Duration.ofSeconds(1), time);
    }

    /** One sign-up from this address (see {@link ClientAddress}), at whichever node. */
    public void signUp(String clientAddress) {
        shared.take(SIGN_UPS, clientAddress, signUps);
    }

    /** One try to sign in from this address. */
    public void signIn(String clientAddress) {
        signIns.take(clientAddress);
    }

    /**
     * One operation of the caller, and so of her company; its visitors together take none of what
     * is its own people's.
     */
    public void operation(Caller caller) {
        if (caller instanceof Caller.Visitor visitor) {
            operations.take(visitor.id());
            operationsOfVisitors.take(caller.tenant());
        } else {
            operationsOfCompany.take(caller.tenant());
        }
    }

    /** One operation of somebody unknown at this address. */
    public void operation(String clientAddress) {
        operations.take(clientAddress);
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
