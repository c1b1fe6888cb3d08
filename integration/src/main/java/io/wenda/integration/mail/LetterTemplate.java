package io.wenda.integration.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * A text with gaps, from {@code mail/<name>.<locale>.txt}: a subject line, then paragraphs. The
 * HTML is made of the same text, so that the two never differ.
 */
record LetterTemplate(String locale, String subject, List<String> paragraphs) {
    private static final String SUBJECT = "Subject: ";
    private static final String LINK = "{link}";
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final Pattern NAME = Pattern.compile("[a-z-]+");
    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}\\s]+");
    // what mail programs would make a link of: names are chosen by strangers
    private static final Pattern ADDRESS =
            Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=[\\p{L}\\p{N}])|:(?=//)");
    private static final char INVISIBLE_GAP = '\u200b';

    /** The template in Chinese for any Chinese locale, else in English. */
    static LetterTemplate of(String name, String locale) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a mail template: " + name);
        }
        var chinese = Locale.forLanguageTag(locale).getLanguage().equals("zh");
        var language = chinese ? "zh-CN" : "en";
        var file = new ClassPathResource("mail/" + name + '.' + language + ".txt");
        try {
            return parse(language, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("no mail template " + name, e);
        }
    }

    private static LetterTemplate parse(String locale, String file) {
        var blocks = Stream.of(file.strip().split("\n\n+")).map(String::strip).toList();
        if (!blocks.getFirst().startsWith(SUBJECT)) {
            throw new IllegalArgumentException("a mail template begins with its subject");
        }
        return new LetterTemplate(
                locale,
                blocks.getFirst().substring(SUBJECT.length()),
                blocks.subList(1, blocks.size()));
    }

    /** The letter with every gap filled; a missing value is a fault of the sender's program. */
    Letter fill(Map<String, String> values) {
        var link = values.getOrDefault("link", "");
        if (!link.startsWith("https://") && !link.startsWith("http://")) {
            throw new IllegalArgumentException("the link of a mail is a web address");
        }
        var plain = fillWith(values, UnaryOperator.identity());
        return new Letter(
                locale,
                plain.apply(subject),
                paragraphs.stream().map(plain).collect(Collectors.joining("\n\n", "", "\n")),
                html(fillWith(values, LetterTemplate::escape)));
    }

    private String html(UnaryOperator<String> fill) {
        var body =
                paragraphs.stream()
                        .map(words -> paragraph(words, fill.apply(words)))
                        .collect(Collectors.joining("\n"));
        return """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><title>%s</title></head>
        <body style="font-family: sans-serif; line-height: 1.6; max-width: 36em">
        %s
        </body>
        </html>
        """
                .formatted(locale, fill.apply(subject), body);
    }

    private static String paragraph(String words, String filled) {
        return words.equals(LINK)
                ? "<p><a href=\"%s\">%s</a></p>".formatted(filled, filled)
                : "<p>%s</p>".formatted(filled);
    }

    private static UnaryOperator<String> fillWith(
            Map<String, String> values, UnaryOperator<String> escape) {
        return words ->
                GAP.matcher(words)
                        .replaceAll(gap ->
                                Matcher.quoteReplacement(
                                        escape.apply(value(values, gap.group(1)))));
    }

    private static String value(Map<String, String> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the mail lacks the value " + name);
        }
        var oneLine = BREAK.matcher(value).replaceAll(" ").strip();
        return LINK.equals('{' + name + '}')
                ? oneLine
                : ADDRESS.matcher(oneLine).replaceAll("$0" + INVISIBLE_GAP);
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
