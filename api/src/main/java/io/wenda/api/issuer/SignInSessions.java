package io.wenda.api.issuer;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.PublicUrl;
import io.wenda.tenant.company.RolesChanged;
import io.wenda.tenant.isolation.InstallationKey;
import io.wenda.tenant.isolation.SystemDatabase;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Browsers in which a member has signed in. The cookie holds a random key, made new at every
 * sign-in; the table its keyed hash, so that a restart logs nobody out and a sign-out is final.
 */
@Component
public class SignInSessions {
    private static final String COOKIE = "wenda_session";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SystemDatabase system;
    private final InstallationKey installation;
    private final Clock clock;
    private final IssuerSettings settings;
    private final boolean secure;

    SignInSessions(
            SystemDatabase system,
            InstallationKey installation,
            Clock clock,
            IssuerSettings settings,
            PublicUrl publicUrl) {
        this.system = system;
        this.installation = installation;
        this.clock = clock;
        this.settings = settings;
        this.secure = publicUrl.secure();
    }

    /** Signs the member in, in this browser; whoever was signed in there before is so no more. */
    public void begin(
            TenantId tenant,
            MemberId member,
            HttpServletRequest request,
            HttpServletResponse response) {
        end(request, response);
        var key = randomKey();
        var now = clock.instant();
        system.jdbc()
                .sql(
                        """
                        insert into sign_in_session
                          (key_hash, company, member, created_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(hash(key))
                .param(tenant.value())
                .param(member.value())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.plus(settings.sessionLife()).atOffset(ZoneOffset.UTC))
                .update();
        setCookie(response, key, settings.sessionLife());
    }

    /** Signs out whoever is signed in, in this browser. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        keys(request)
                .forEach(key ->
                        system.jdbc()
                                .sql("delete from sign_in_session where key_hash = ?")
                                .param(hash(key))
                                .update());
        setCookie(response, "", Duration.ZERO);
    }

    /** Who is signed in, in this browser. */
    Optional<SignedIn> find(HttpServletRequest request) {
        return keys(request).flatMap(key -> find(key).stream()).findFirst();
    }

    private Optional<SignedIn> find(String key) {
        return system.jdbc()
                .sql(
                        """
                        select company, member from sign_in_session
                        where key_hash = ? and expires_at > ?
                        """)
                .param(hash(key))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new SignedIn(
                                new TenantId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class)))
                .optional();
    }

    /** A member who is removed is signed in nowhere. */
    @EventListener
    void removed(RolesChanged change) {
        if (change.removed()) {
            system.jdbc()
                    .sql("delete from sign_in_session where company = ? and member = ?")
                    .param(change.tenant().value())
                    .param(change.holder())
                    .update();
        }
    }

    @Scheduled(fixedDelayString = "PT15M")
    void forgetThoseThatAreOver() {
        system.jdbc().sql("delete from sign_in_session where expires_at < now()").update();
    }

    private void setCookie(HttpServletResponse response, String key, Duration life) {
        var cookie =
                ResponseCookie.from(COOKIE, key)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Stream<String> keys(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    private byte[] hash(String key) {
        return installation.hash("sign-in-session", key);
    }

    private static String randomKey() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
