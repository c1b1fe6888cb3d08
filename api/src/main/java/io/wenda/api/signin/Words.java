package io.wenda.api.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;

/** The pages' texts in the reader's language: Chinese or English. */
record Words(boolean chinese, ResourceBundle texts) {
    private static final String BUNDLE = "io.wenda.api.signin.words";
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** What the address asks for with {@code lang}, else what the browser prefers. */
    static Words of(HttpServletRequest request) {
        var asked = request.getParameter("lang");
        if (asked != null) {
            return in(asked.startsWith("zh"));
        }
        return in(
                Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(language -> language.equals("zh") || language.equals("en"))
                        .findFirst()
                        .filter("zh"::equals)
                        .isPresent());
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
