package io.wenda.knowledge.flow;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said in Chinese, in English, or in both; where one is missing the other is said. */
public record Words(@Nullable String zh, @Nullable String en) {

    /** For a BCP 47 language. */
    public String in(String language) {
        var chinese = Locale.forLanguageTag(language).getLanguage().equals("zh");
        var wanted = chinese ? zh : en;
        return wanted != null ? wanted : Objects.requireNonNullElse(chinese ? en : zh, "");
    }

    Stream<String> all() {
        return Stream.of(zh, en).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
