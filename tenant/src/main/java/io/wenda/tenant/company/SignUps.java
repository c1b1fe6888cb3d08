package io.wenda.tenant.company;

import static io.wenda.tenant.Text.LONGEST_NAME;

import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Text;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a company out of a stranger's few words. Every sign-up makes a company of its own, whoever
 * has the address already: nobody learns who is a customer, nobody's password changes.
 */
@Component
public class SignUps {
    private static final Duration REPEATABLE = Duration.ofHours(24);
    private static final int LONGEST_KEY = 64;

    private final Founding founding;
    private final Passwords passwords;
    private final CompanySettings settings;
    private final Clock clock;

    SignUps(Founding founding, Passwords passwords, CompanySettings settings, Clock clock) {
        this.founding = founding;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** Signs up, bound to no company. */
    public SignedUp signUp(SignUp wanted) {
        return signUp(wanted, null);
    }

    /**
     * Signs up once: the same key with the same input answers the company of the first time. Since
     * anybody may send any key, another input under it is another sign-up, not a conflict.
     *
     * @param idempotencyKey the stranger's own, 1 to 64 characters; absent: every call is a sign-up
     */
    public SignedUp signUp(SignUp wanted, @Nullable String idempotencyKey) {
        var request = checked(wanted);
        var hash = passwords.hash(request.password());
        var entry = idempotencyKey == null ? null : entry(idempotencyKey, request);
        var others = List.<Directory.Place>of();
        while (true) {
            var known = others;
            var found =
                    CurrentTenant.call(
                            new TenantId(NewId.next()),
                            () -> founding.found(request, hash, entry, known));
            switch (found) {
                case Founding.New(var signedUp) -> {
                    return signedUp;
                }
                case Founding.Seen(var places) -> {
                    var first = firstTime(places, request.password());
                    if (first.isPresent()) {
                        return first.get();
                    }
                    others = places;
                }
            }
        }
    }

    /** The password is no part of the entry, whose hash is a fast one: it is compared slowly. */
    private Optional<SignedUp> firstTime(List<Directory.Place> places, String password) {
        for (var place : places) {
            var earlier =
                    CurrentTenant.call(
                            place.tenant(),
                            () -> founding.of(place.target(), clock.instant().minus(REPEATABLE)));
            if (earlier.isPresent() && passwords.matches(password, earlier.get().passwordHash())) {
                return Optional.of(earlier.get().signedUp());
            }
        }
        return Optional.empty();
    }

    private SignUp checked(SignUp wanted) {
        var company = Text.line(wanted.companyName(), LONGEST_NAME, "companyName");
        var owner = Text.line(wanted.ownerName(), LONGEST_NAME, "ownerName");
        var address = CompanyFields.address(wanted.email());
        var locale =
                CompanyFields.locale(
                        Objects.requireNonNullElse(wanted.locale(), settings.locale()));
        var zone =
                CompanyFields.timeZone(
                        Objects.requireNonNullElse(wanted.timeZone(), settings.timeZone()));
        passwords.requireStrong(wanted.password(), address, owner, company);
        return new SignUp(company, owner, address, wanted.password(), locale, zone.getId());
    }

    private static String entry(String key, SignUp request) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refusal.Invalid(
                    "idempotencyKey must have 1 to 64 characters", "idempotencyKey");
        }
        return String.join(
                "\n",
                key,
                request.companyName(),
                request.ownerName(),
                request.email(),
                request.locale(),
                request.timeZone());
    }
}
