package io.wenda.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** Builds a small page; every text that goes in is escaped here. */
final class Html {
    static final MediaType TYPE = new MediaType("text", "html", StandardCharsets.UTF_8);

    private static final String MARK =
            """
            <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">\
            <rect width="32" height="32" rx="8" fill="#284fb6"/>\
            <path d="M8 10.5 11.5 22 16 12l4.5 10L24 10.5" fill="none" stroke="#fff" \
            stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>\
            """;

    private final Words words;
    private final HttpServletRequest request;
    private final StringBuilder body = new StringBuilder();

    Html(HttpServletRequest request) {
        this.request = request;
        this.words = Words.of(request);
    }

    /** The texts of the reader's language. */
    Words words() {
        return words;
    }

    Html text(String text) {
        return paragraph("", text);
    }

    Html note(String text) {
        return paragraph(" class=\"note\" role=\"status\"", text);
    }

    Html fault(String text) {
        return paragraph(" class=\"fault\" role=\"alert\" id=\"fault\"", text);
    }

    Html hint(String text) {
        return paragraph(" class=\"hint\"", text);
    }

    private Html paragraph(String attributes, String text) {
        body.append("<p").append(attributes).append('>').append(escape(text)).append("</p>\n");
        return this;
    }

    Html form(String action) {
        body.append("<form method=\"post\" action=\"").append(escape(action)).append("\">\n");
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            hidden(csrf.getParameterName(), csrf.getToken());
        }
        if (request.getParameter(Words.ASKED) != null) {
            hidden(Words.ASKED, words.language());
        }
        return this;
    }

    Html hidden(String name, String value) {
        body.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                        .formatted(escape(name), escape(value)));
        return this;
    }

    /**
     * A field with its label.
     *
     * @param kind {@code type} and {@code autocomplete} of the input, in this order
     */
    Html field(String name, String label, Kind kind, String value) {
        body.append(
                """
                <label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" type="%3$s" autocomplete="%4$s" value="%5$s" required>
                """
                        .formatted(
                                escape(name),
                                escape(label),
                                kind.type,
                                kind.autocomplete,
                                escape(value)));
        return this;
    }

    /** What a field holds, for browsers and password managers. */
    enum Kind {
        ADDRESS("email", "username"),
        PASSWORD("password", "current-password"),
        NEW_PASSWORD("password", "new-password"),
        NAME("text", "name");

        private final String type;
        private final String autocomplete;

        Kind(String type, String autocomplete) {
            this.type = type;
            this.autocomplete = autocomplete;
        }
    }

    Html button(String label) {
        body.append("<button type=\"submit\">%s</button>\n".formatted(escape(label)));
        return this;
    }

    Html button(String name, String value, String label) {
        body.append(
                "<button type=\"submit\" name=\"%s\" value=\"%s\">%s</button>\n"
                        .formatted(escape(name), escape(value), escape(label)));
        return this;
    }

    Html end() {
        body.append("</form>\n");
        return this;
    }

    Html link(String address, String label) {
        body.append("<p><a href=\"%s\">%s</a></p>\n".formatted(escape(address), escape(label)));
        return this;
    }

    /** A link to the same page in the other language. */
    Html languages(String address) {
        body.append(
                """
                <p class="language"><a href="%s" lang="%s" hreflang="%2$s">%s</a></p>
                """
                        .formatted(
                                escape(address),
                                words.otherLanguage(),
                                escape(words.get("language.other"))));
        return this;
    }

    ResponseEntity<String> page(HttpStatus status, String title) {
        return ResponseEntity.status(status).contentType(TYPE).body(document(title));
    }

    /** The whole page's text. */
    String document(String title) {
        return """
        <!doctype html>
        <html lang="%1$s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%2$s · %3$s</title>
        <link rel="preload" href="/console/fonts/inter-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
        <link rel="stylesheet" href="/pages/style.css">
        </head>
        <body>
        <main>
        <p class="product">%5$s%3$s</p>
        <h1>%2$s</h1>
        %4$s</main>
        </body>
        </html>
        """
                .formatted(
                        words.language(), escape(title), escape(words.get("product")), body, MARK);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
