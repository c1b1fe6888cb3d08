package io.wenda.api.signin;

import io.wenda.api.issuer.SignInSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Ends the session of this browser. */
@Controller
class SignOutPage {
    private final SignInSessions sessions;

    SignOutPage(SignInSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/sign-out")
    ResponseEntity<String> form(HttpServletRequest request) {
        var html = new Html(request);
        var words = html.words();
        return html.text(words.get("signOut.text"))
                .form("/sign-out")
                .button(words.get("signOut.submit"))
                .end()
                .page(HttpStatus.OK, words.get("signOut.title"));
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return Onward.to("/sign-in?signedOut");
    }
}
