package io.wenda.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The pages' texts in the reader's language: Chinese or English. */
record Words(boolean chinese, ResourceBundle texts) {
    private static final String BUNDLE = "io.wenda.api.signin.words";
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The parameter in which a reader's own choice goes from page to page. */
    static final String ASKED = "lang";

    /**
     * What the reader chose on these pages, else what whoever sent her here asks for, else what the
     * browser prefers.
     */
    static Words of(HttpServletRequest request) {
        return in(
                Stream.of(
                                Stream.ofNullable(request.getParameter(ASKED)),
                                Onward.languagesFor(request.getParameter("continue")).stream(),
                                Collections.list(request.getLocales()).stream()
                                        .map(Locale::toLanguageTag))
                        .flatMap(tags -> tags)
                        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                        .filter(language -> language.equals("zh") || language.equals("en"))
                        .findFirst()
                        .filter("zh"::equals)
                        .isPresent());
    }

    /** A query that carries the reader's own choice along. */
    static String query(HttpServletRequest request) {
        return request.getParameter(ASKED) == null
                ? ""
                : "&" + ASKED + "=" + of(request).language();
    }

    private static Words in(boolean chinese) {
        var locale = chinese ? Locale.CHINESE : Locale.ROOT;
        return new Words(chinese, ResourceBundle.getBundle(BUNDLE, locale, AS_ASKED));
    }

    String get(String key, Object... values) {
        return texts.getString(key).formatted(values);
    }

    String language() {
        return chinese ? "zh-CN" : "en";
    }

    String otherLanguage() {
        return chinese ? "en" : "zh-CN";
    }
}
