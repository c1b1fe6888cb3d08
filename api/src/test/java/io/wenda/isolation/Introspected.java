package io.wenda.isolation;

import io.wenda.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The schema as the running application tells it. */
record Introspected(Map<String, Type> types, Map<String, String> roots) {
    private static final String QUERY =
            """
            {
              __schema {
                queryType { name } mutationType { name } subscriptionType { name }
                types {
                  kind name isOneOf
                  fields { name args { name defaultValue type { ...T } } type { ...T } }
                  inputFields { name defaultValue type { ...T } }
                  enumValues { name }
                  possibleTypes { name }
                }
              }
            }
            fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
            """;

    /** A type where it is used: {@code of} is what a list or a non-null is of. */
    record Ref(String kind, @Nullable String name, @Nullable Ref of) {
        boolean required() {
            return kind.equals("NON_NULL");
        }

        boolean list() {
            return kind.equals("LIST") || (required() && inside().list());
        }

        Ref inside() {
            return Objects.requireNonNull(of);
        }

        String named() {
            return name == null ? inside().named() : name;
        }

        String text() {
            return switch (kind) {
                case "NON_NULL" -> inside().text() + "!";
                case "LIST" -> "[" + inside().text() + "]";
                default -> named();
            };
        }
    }

    /** An argument, or a field of an input type. */
    record Input(String name, Ref type, boolean hasDefault) {
        boolean needed() {
            return type.required() && !hasDefault;
        }
    }

    /** A field of an output type. */
    record Field(String name, List<Input> arguments, Ref type) {
        boolean takes(String argument) {
            return arguments.stream().anyMatch(it -> it.name().equals(argument));
        }

        boolean needsNothing() {
            return arguments.stream().noneMatch(Input::needed);
        }
    }

    /** Whatever has a name. */
    record Type(
            String kind,
            String name,
            boolean oneOf,
            List<Field> fields,
            List<Input> inputs,
            List<String> values,
            List<String> possible) {}

    static Introspected of(Company company) {
        var schema = company.ask(QUERY).only();
        var types = new TreeMap<String, Type>();
        schema.path("types").forEach(type -> types.put(name(type), type(type)));
        var roots = new TreeMap<String, String>();
        for (var root : List.of("query", "mutation", "subscription")) {
            roots.put(root, name(schema.path(root + "Type")));
        }
        return new Introspected(types, roots);
    }

    Type type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    /** The fields of {@code query}, {@code mutation} or {@code subscription}. */
    List<Field> root(String operation) {
        return type(Objects.requireNonNull(roots.get(operation))).fields();
    }

    private static Type type(JsonNode type) {
        return new Type(
                type.path("kind").asString(),
                name(type),
                type.path("isOneOf").asBoolean(false),
                list(
                        type.path("fields"),
                        it ->
                                new Field(
                                        name(it),
                                        list(it.path("args"), Introspected::input),
                                        ref(it.path("type")))),
                list(type.path("inputFields"), Introspected::input),
                list(type.path("enumValues"), Introspected::name),
                list(type.path("possibleTypes"), Introspected::name));
    }

    private static Input input(JsonNode input) {
        return new Input(
                name(input), ref(input.path("type")), !input.path("defaultValue").isNull());
    }

    private static Ref ref(JsonNode type) {
        var name = type.path("name");
        return new Ref(
                type.path("kind").asString(),
                name.isString() ? name.asString() : null,
                type.path("ofType").isObject() ? ref(type.path("ofType")) : null);
    }

    private static String name(JsonNode named) {
        return named.path("name").asString();
    }

    private static <T> List<T> list(JsonNode items, Function<JsonNode, T> read) {
        var list = new ArrayList<T>();
        items.forEach(item -> list.add(read.apply(item)));
        return list;
    }
}
