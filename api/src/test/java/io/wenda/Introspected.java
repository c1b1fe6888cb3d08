package io.wenda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The schema as introspection tells it: what tests walk, so that new fields are covered unasked.
 */
final class Introspected {
    private static final String QUERY =
            """
            { __schema {
              queryType { name } mutationType { name } subscriptionType { name }
              types { kind name
                fields { name type { ...T } args { name defaultValue type { ...T } } }
                inputFields { name defaultValue type { ...T } }
                enumValues { name } possibleTypes { name } } } }
            fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
            """;

    private final Map<String, JsonNode> types = new HashMap<>();
    private final JsonNode schema;

    Introspected(Outside outside) {
        this.schema = outside.ask(null, QUERY, Map.of()).only();
        schema.path("types").forEach(type -> types.put(type.path("name").asString(), type));
    }

    /** A type, with or without the wrappers around it. */
    record Shape(String name, boolean required, boolean list) {
        static Shape of(JsonNode type) {
            var required = type.path("kind").asString().equals("NON_NULL");
            var inner = required ? type.path("ofType") : type;
            var list = inner.path("kind").asString().equals("LIST");
            var leaf = inner;
            while (leaf.path("name").isNull()) {
                leaf = leaf.path("ofType");
            }
            return new Shape(leaf.path("name").asString(), required, list);
        }
    }

    /** A field of a type, an argument, or an input field. */
    record Named(String name, Shape shape, boolean defaulted, List<Named> arguments) {
        static Named of(JsonNode field) {
            return new Named(
                    field.path("name").asString(),
                    Shape.of(field.path("type")),
                    !field.path("defaultValue").isNull()
                            && !field.path("defaultValue").isMissingNode(),
                    all(field.path("args")));
        }

        static List<Named> all(JsonNode fields) {
            return fields.valueStream().map(Named::of).toList();
        }

        boolean mustBeGiven() {
            return shape.required() && !defaulted;
        }
    }

    private JsonNode type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    List<Named> roots(String operation) {
        return fields(schema.path(operation + "Type").path("name").asString());
    }

    List<Named> fields(String type) {
        return Named.all(type(type).path("fields"));
    }

    Optional<List<Named>> inputFields(String type) {
        var fields = type(type).path("inputFields");
        return fields.isArray() ? Optional.of(Named.all(fields)) : Optional.empty();
    }

    Optional<String> firstEnumValue(String type) {
        var values = type(type).path("enumValues");
        return values.isArray()
                ? Optional.of(values.get(0).path("name").asString())
                : Optional.empty();
    }

    /** All plain fields, and those of the objects below, as deep as told. */
    String selection(String type, int depth) {
        var kind = type(type).path("kind").asString();
        if (kind.equals("SCALAR") || kind.equals("ENUM")) {
            return "";
        }
        var fields = new ArrayList<String>();
        fields.add("__typename");
        if (kind.equals("OBJECT")) {
            for (var field : fields(type)) {
                var open = field.arguments().stream().noneMatch(Named::mustBeGiven);
                var inside = depth == 0 ? "" : selection(field.shape().name(), depth - 1);
                if (open && (isLeaf(field.shape().name()) || !inside.isEmpty())) {
                    fields.add(field.name() + inside);
                }
            }
        }
        return " { " + String.join(" ", fields) + " }";
    }

    private boolean isLeaf(String type) {
        var kind = type(type).path("kind").asString();
        return kind.equals("SCALAR") || kind.equals("ENUM");
    }
}
