package io.wenda.api.issuer;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.company.Roles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Tells the issuer's library who is signed in, from our own sessions instead of the server's. */
@Component
class SessionContext implements SecurityContextRepository {
    private final SignInSessions sessions;
    private final Roles roles;

    SessionContext(SignInSessions sessions, Roles roles) {
        this.sessions = sessions;
        this.roles = roles;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // sessions begin and end by the sign-in pages alone
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.find(request).isPresent();
    }

    private SecurityContext context(HttpServletRequest request) {
        return sessions.find(request)
                .filter(who -> roles.of(who.tenant(), new MemberId(who.id())).isPresent())
                .<SecurityContext>map(who -> new SecurityContextImpl(who.toAuthentication()))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }
}
