package io.wenda.api.signin;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Where a form leads to: only ever to places of our own. */
final class Onward {
    private static final String CONSOLE = "/console/";
    private static final String AUTHORIZE = "/oauth2/authorize?";

    private static final Pattern HINT = Pattern.compile("[?&]login_hint=([^&#]*)");
    private static final Pattern LOCALES = Pattern.compile("[?&]ui_locales=([^&#]*)");

    private Onward() {}

    /** The authorization that was asked for before the form, else the console. */
    static String checked(@Nullable String wanted) {
        return wanted != null && wanted.startsWith(AUTHORIZE) ? wanted : CONSOLE;
    }

    /** For whom the authorization was asked, where whoever asked knew it; else empty. */
    static String addressFor(@Nullable String wanted) {
        return parameter(HINT, wanted);
    }

    /** The languages that the authorization wants its pages in, the best first; mostly one. */
    static List<String> languagesFor(@Nullable String wanted) {
        return List.of(parameter(LOCALES, wanted).split(" "));
    }

    private static String parameter(Pattern pattern, @Nullable String wanted) {
        var found = pattern.matcher(checked(wanted));
        try {
            return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
        } catch (IllegalArgumentException _) {
            return ""; // not even written as a browser would
        }
    }

    /** A query that carries the place along. */
    static String query(@Nullable String wanted) {
        var place = checked(wanted);
        return place.equals(CONSOLE)
                ? ""
                : "&continue=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
    }

    /** The next page, asked for with GET. */
    static ResponseEntity<String> to(String place) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(place)).build();
    }
}
