package io.wenda.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without JavaScript: keeps cookies, follows nothing by itself, fills in forms. */
public final class PlainBrowser {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?is)<form[^>]*method=\"post\"[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final HttpSite site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String language = "en";

    public PlainBrowser(HttpSite site) {
        this.site = site;
    }

    /** A page as it came, and where from. */
    public record Page(URI at, HttpResponse<String> response) {

        /** The status. */
        public int status() {
            return response.statusCode();
        }

        /** The text of it. */
        public String body() {
            return response.body();
        }

        /** Whether it leads to another. */
        public boolean isRedirect() {
            return response.headers().firstValue("Location").isPresent();
        }

        /** Where it leads. */
        public URI location() {
            return at.resolve(header("Location"));
        }

        /** A header that it must have. */
        public String header(String name) {
            return response.headers()
                    .firstValue(name)
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in " + response));
        }

        /** A value in the query of where it leads. */
        public @Nullable String query(String name) {
            var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(location().toString());
            return found.find() ? found.group(1) : null;
        }
    }

    /** Prefers this language from now on. */
    public PlainBrowser speaking(String wanted) {
        language = wanted;
        return this;
    }

    /** The cookies that it holds. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Asks for a page. */
    public Page get(String path) {
        return go(site.at(path), null);
    }

    /** Asks for a page. */
    public Page get(URI at) {
        return go(at, null);
    }

    /** Fills the page's form in and sends it. */
    public Page submit(Page page, Map<String, String> fields) {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("no form in " + page.body());
        }
        var all = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form.group(2))
                .results()
                .forEach(it -> all.put(it.group(1), it.group(2).replace("&amp;", "&")));
        all.putAll(fields);
        return go(page.at().resolve(form.group(1)), all);
    }

    /** Sends a form that no page gave. */
    public Page post(String path, Map<String, String> fields) {
        return go(site.at(path), fields);
    }

    private Page go(URI at, @Nullable Map<String, String> form) {
        var request =
                HttpRequest.newBuilder(at)
                        .header("Accept", "text/html")
                        .header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        }
        var response = site.send(request.build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return new Page(at, response);
    }

    private void keep(String line) {
        var pair = line.split(";", 2)[0].split("=", 2);
        if (line.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** The fields as a form or a query carries them. */
    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it ->
                        it.getKey()
                                + "="
                                + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
