package io.wenda.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo's words, from the files beside this class. */
final class Texts {
    private static final ObjectReader YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .reader();

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
            @JsonProperty("c")
            CUSTOMER,
            @JsonProperty("a")
            AGENT,
            @JsonProperty("n")
            NOTE
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Line of(Map<Who, String> turn) {
            var said = turn.entrySet().iterator().next();
            return new Line(said.getKey(), said.getValue());
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
            @Nullable String outcome) {
        boolean resolved() {
            return outcome == null;
        }
    }

    /** Somebody whom the shop knows. */
    record Customer(String locale, String name, String email, String phone) {}

    static List<Knowledge> knowledge() {
        return Stream.of("knowledge-zh.yaml", "knowledge-en.yaml")
                .flatMap(file -> all(Knowledge.class, file).stream())
                .toList();
    }

    static List<Knowledge> drafts() {
        return all(Knowledge.class, "drafts.yaml");
    }

    /** What customers ask, by language. */
    static Map<String, List<String>> questions() {
        return read(new TypeReference<>() {}, "questions.yaml");
    }

    static List<Case> cases() {
        return all(Case.class, "cases.yaml");
    }

    static List<Case> general() {
        return all(Case.class, "general.yaml");
    }

    static List<Customer> customers() {
        return all(Customer.class, "customers.yaml");
    }

    static List<Case> open() {
        return all(Case.class, "open.yaml");
    }

    /** The words of the shop's page, by language. */
    static Map<String, Map<String, String>> shop() {
        return read(new TypeReference<>() {}, "shop.yaml");
    }

    static String file(String name) {
        try (var text = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> all(Class<T> type, String file) {
        return YAML.forType(YAML.typeFactory().constructCollectionType(List.class, type))
                .readValue(file(file));
    }

    private static <T> T read(TypeReference<T> type, String file) {
        return YAML.forType(type).readValue(file(file));
    }
}
