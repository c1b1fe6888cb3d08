package io.wenda.api.signin;

import io.wenda.api.issuer.SignInSessions;
import io.wenda.api.limit.ClientAddress;
import io.wenda.api.limit.Limits;
import io.wenda.api.limit.WrongPasswords;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.company.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Address and password; where they open several companies, the choice of one. */
@Controller
class SignInPage {
    private final SignIns signIns;
    private final ClientAddress addresses;
    private final Limits limits;
    private final WrongPasswords wrongPasswords;
    private final SignInSessions sessions;
    private final CompanyChoices choices;

    SignInPage(
            SignIns signIns,
            ClientAddress addresses,
            Limits limits,
            WrongPasswords wrongPasswords,
            SignInSessions sessions,
            CompanyChoices choices) {
        this.signIns = signIns;
        this.addresses = addresses;
        this.limits = limits;
        this.wrongPasswords = wrongPasswords;
        this.sessions = sessions;
        this.choices = choices;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> form(
            HttpServletRequest request,
            @RequestParam(name = "continue", required = false) @Nullable String onward,
            @RequestParam(name = "error", required = false) @Nullable String error,
            @RequestParam(name = "seconds", defaultValue = "1") int seconds) {
        var html = new Html(request);
        var words = html.words();
        if (error != null) {
            html.fault(
                    switch (error) {
                        case "wait" -> words.get("signIn.wait", seconds);
                        case "busy" -> words.get("signIn.busy");
                        case "expired" -> words.get("signIn.expired");
                        default -> words.get("signIn.wrong");
                    });
        }
        if (request.getParameter("signedOut") != null) {
            html.note(words.get("signIn.signedOut"));
        }
        return html.form("/sign-in")
                .hidden("continue", Onward.checked(onward))
                .field(
                        "username",
                        words.get("signIn.username"),
                        Html.Kind.ADDRESS,
                        Onward.addressFor(onward))
                .field("password", words.get("signIn.password"), Html.Kind.PASSWORD, "")
                .button(words.get("signIn.submit"))
                .end()
                .link("/console/sign-up", words.get("link.signUp"))
                .languages("/sign-in?lang=" + words.otherLanguage() + Onward.query(onward))
                .page(HttpStatus.OK, words.get("signIn.title"));
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(name = "continue", required = false) @Nullable String onward) {
        List<SignIns.Match> matches;
        try {
            limits.signIn(addresses.of(request));
            wrongPasswords.beforeTry(username);
            matches = signIns.matches(username, password);
        } catch (Refusal.LimitReached tooMany) {
            var seconds = tooMany.retryAfter().plusMillis(999).toSeconds();
            return again("wait&seconds=" + seconds, request);
        } catch (Unavailable _) {
            return again("busy", request);
        }
        if (matches.isEmpty()) {
            return again("wrong", request);
        }
        wrongPasswords.right(username);
        if (matches.size() == 1) {
            var only = matches.getFirst();
            sessions.begin(only.tenant(), only.member(), request, response);
            return Onward.to(Onward.checked(onward));
        }
        return choice(request, matches, onward);
    }

    @PostMapping("/sign-in/company")
    ResponseEntity<String> choose(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String choice,
            @RequestParam int place,
            @RequestParam(name = "continue", required = false) @Nullable String onward) {
        var match = choices.chosen(choice, place);
        if (match.isEmpty()) {
            return again("expired", request);
        }
        sessions.begin(match.get().tenant(), match.get().member(), request, response);
        return Onward.to(Onward.checked(onward));
    }

    private ResponseEntity<String> choice(
            HttpServletRequest request, List<SignIns.Match> matches, @Nullable String onward) {
        var html = new Html(request);
        html.text(html.words().get("choice.text"))
                .form("/sign-in/company")
                .hidden("choice", choices.offer(matches))
                .hidden("continue", Onward.checked(onward));
        for (var place = 0; place < matches.size(); place++) {
            html.button("place", Integer.toString(place), matches.get(place).company());
        }
        return html.end().page(HttpStatus.OK, html.words().get("choice.title"));
    }

    private static ResponseEntity<String> again(String error, HttpServletRequest request) {
        return Onward.to(
                "/sign-in?error="
                        + error
                        + Onward.query(request.getParameter("continue"))
                        + Words.query(request));
    }
}
