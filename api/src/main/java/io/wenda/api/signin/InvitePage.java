package io.wenda.api.signin;

import io.wenda.api.issuer.SignInSessions;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Invitation;
import io.wenda.tenant.company.Joining;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invitation's mail leads: a name, a password, and she is a member. */
@Controller
class InvitePage {
    private final Joining joining;
    private final SignInSessions sessions;

    InvitePage(Joining joining, SignInSessions sessions) {
        this.joining = joining;
        this.sessions = sessions;
    }

    @GetMapping("/invite/{token}")
    ResponseEntity<String> form(HttpServletRequest request, @PathVariable String token) {
        return joining.find(token)
                .map(invitation -> form(request, token, invitation, invitation.name(), null))
                .orElseGet(() -> gone(request));
    }

    @PostMapping("/invite/{token}")
    ResponseEntity<String> join(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String password) {
        var invitation = joining.find(token);
        if (invitation.isEmpty()) {
            return gone(request);
        }
        try {
            var member = joining.accept(token, name, password);
            if (member.isEmpty()) {
                return gone(request);
            }
            sessions.begin(invitation.get().tenant(), member.get().id(), request, response);
            return Onward.to("/console/");
        } catch (Refusal.Invalid refusal) {
            var fault = refusal.field().contains("password") ? "invite.weak" : "invite.name.wrong";
            return form(request, token, invitation.get(), name, fault);
        }
    }

    private static ResponseEntity<String> form(
            HttpServletRequest request,
            String token,
            Invitation invitation,
            String name,
            @Nullable String fault) {
        var html = new Html(request);
        var words = html.words();
        if (fault != null) {
            html.fault(words.get(fault));
        }
        var status = fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return html.text(words.get("invite.text", invitation.email()))
                .form("/invite/" + token)
                .field("name", words.get("invite.name"), Html.Kind.NAME, name)
                .field("password", words.get("invite.password"), Html.Kind.NEW_PASSWORD, "")
                .hint(words.get("invite.hint"))
                .button(words.get("invite.submit"))
                .end()
                .languages("/invite/" + token + "?lang=" + words.otherLanguage())
                .page(status, words.get("invite.title", invitation.company()));
    }

    private static ResponseEntity<String> gone(HttpServletRequest request) {
        var html = new Html(request);
        var words = html.words();
        return html.text(words.get("invite.gone.text"))
                .link("/sign-in", words.get("link.signIn"))
                .page(HttpStatus.NOT_FOUND, words.get("invite.gone.title"));
    }
}
