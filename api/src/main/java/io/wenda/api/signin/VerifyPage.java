package io.wenda.api.signin;

import io.wenda.tenant.company.EmailVerifications;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a verification mail leads. A button confirms, since mail scanners follow links by
 * themselves.
 */
@Controller
class VerifyPage {
    private final EmailVerifications verifications;

    VerifyPage(EmailVerifications verifications) {
        this.verifications = verifications;
    }

    @GetMapping("/verify/{token}")
    ResponseEntity<String> form(HttpServletRequest request, @PathVariable String token) {
        var html = new Html(request);
        var words = html.words();
        return verifications
                .find(token)
                .map(company ->
                        html.text(words.get("verify.text", company.name()))
                                .form("/verify/" + token)
                                .button(words.get("verify.submit"))
                                .end()
                                .languages("/verify/" + token + "?lang=" + words.otherLanguage())
                                .page(HttpStatus.OK, words.get("verify.title")))
                .orElseGet(() -> gone(request));
    }

    @PostMapping("/verify/{token}")
    ResponseEntity<String> verify(HttpServletRequest request, @PathVariable String token) {
        var html = new Html(request);
        var words = html.words();
        return verifications
                .verify(token)
                .map(_ ->
                        html.text(words.get("verify.done.text"))
                                .link("/sign-in", words.get("link.signIn"))
                                .page(HttpStatus.OK, words.get("verify.done.title")))
                .orElseGet(() -> gone(request));
    }

    private static ResponseEntity<String> gone(HttpServletRequest request) {
        var html = new Html(request);
        var words = html.words();
        return html.text(words.get("verify.gone.text"))
                .link("/sign-in", words.get("link.signIn"))
                .page(HttpStatus.NOT_FOUND, words.get("verify.gone.title"));
    }
}
