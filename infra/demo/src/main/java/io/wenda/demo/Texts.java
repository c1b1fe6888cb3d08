package io.wenda.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The demo's words, from the files beside this class. */
final class Texts {
    private Texts() {}

    /** A piece of knowledge. */
    record Knowledge(
            String locale,
            String category,
            String question,
            List<String> similar,
            String answer,
            List<String> tags,
            @Nullable String state,
            @Nullable String comment) {}

    /** Who says what, in turn. */
    record Line(Who who, String text) {
        enum Who {
            CUSTOMER,
            AGENT,
            NOTE
        }
    }

    /** A matter for people. */
    record Case(
            String locale,
            @Nullable String agent,
            String asks,
            List<Line> lines,
            @Nullable String disposition,
            @Nullable String summary,
            @Nullable String ticket,
            @Nullable String description,
            boolean resolved) {}

    /** Somebody whom the shop knows. */
    record Customer(String locale, String name, String email, String phone) {}

    static List<Knowledge> knowledge() {
        return Stream.of("zh-CN", "en")
                .flatMap(locale ->
                        maps("knowledge-" + locale.substring(0, 2) + ".yaml").stream()
                                .map(it -> knowledge(locale, it)))
                .toList();
    }

    static List<Knowledge> drafts() {
        return maps("drafts.yaml").stream().map(it -> knowledge(text(it, "locale"), it)).toList();
    }

    static Map<String, List<String>> questions() {
        return cast(read("questions.yaml"));
    }

    static List<Case> cases() {
        return maps("cases.yaml").stream().map(Texts::matter).toList();
    }

    static List<Case> general() {
        return maps("general.yaml").stream().map(Texts::matter).toList();
    }

    static List<Customer> customers() {
        return maps("customers.yaml").stream()
                .map(it ->
                        new Customer(
                                text(it, "locale"),
                                text(it, "name"),
                                text(it, "mail") + "@customer.example",
                                text(it, "phone")))
                .toList();
    }

    static List<Case> open() {
        return maps("open.yaml").stream().map(Texts::matter).toList();
    }

    /** The words of the shop's page, by language. */
    static Map<String, Map<String, Object>> shop() {
        return cast(read("shop.yaml"));
    }

    static String file(String name) {
        try (var text = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Knowledge knowledge(String locale, Map<String, Object> from) {
        return new Knowledge(
                locale,
                text(from, "category"),
                text(from, "question"),
                list(from, "similar"),
                text(from, "answer"),
                list(from, "tags"),
                maybe(from, "state"),
                maybe(from, "comment"));
    }

    private static Case matter(Map<String, Object> from) {
        List<Map<String, Object>> lines = cast(Objects.requireNonNull(from.get("lines")));
        return new Case(
                text(from, "locale"),
                maybe(from, "agent"),
                text(from, "asks"),
                lines.stream().map(Texts::line).toList(),
                maybe(from, "disposition"),
                maybe(from, "summary"),
                maybe(from, "ticket"),
                maybe(from, "description"),
                maybe(from, "outcome") == null);
    }

    private static Line line(Map<String, Object> from) {
        var entry = from.entrySet().iterator().next();
        var who =
                switch (entry.getKey()) {
                    case "c" -> Line.Who.CUSTOMER;
                    case "a" -> Line.Who.AGENT;
                    case "n" -> Line.Who.NOTE;
                    default -> throw new IllegalStateException("who is " + entry.getKey() + "?");
                };
        return new Line(who, entry.getValue().toString());
    }

    private static String text(Map<String, Object> from, String key) {
        return Objects.requireNonNull(from.get(key), key).toString();
    }

    private static @Nullable String maybe(Map<String, Object> from, String key) {
        var value = from.get(key);
        return value == null ? null : value.toString();
    }

    private static List<String> list(Map<String, Object> from, String key) {
        List<Object> values = cast(Objects.requireNonNull(from.get(key), key));
        return values.stream().map(Object::toString).toList();
    }

    private static List<Map<String, Object>> maps(String file) {
        return cast(read(file));
    }

    private static Object read(String file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(file(file));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
