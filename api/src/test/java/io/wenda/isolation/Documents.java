package io.wenda.isolation;

import io.wenda.isolation.Introspected.Field;
import io.wenda.isolation.Introspected.Input;
import io.wenda.isolation.Introspected.Ref;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The smallest valid documents for the root fields, made from the schema alone. */
final class Documents {
    private final Introspected schema;
    private final Selections selections;
    private final Clock clock = Clock.systemUTC();

    Documents(Introspected schema) {
        this.schema = schema;
        this.selections = new Selections(schema);
    }

    /** A document and its variables. */
    record Document(String text, Map<String, Object> variables) {}

    /** Where an id may stand in a root field's arguments: names from the argument inwards. */
    record Place(String operation, Field field, List<String> path) {
        String name() {
            return operation + " " + field.name() + "(" + String.join(".", path) + ")";
        }
    }

    /** The value of one place, and the caller's own id for an input of that name. */
    private record Filling(List<String> path, String id, UnaryOperator<String> own) {
        boolean leadsTo(String input, int depth) {
            return depth >= 0 && depth < path.size() && path.get(depth).equals(input);
        }
    }

    /** All places for ids in all root fields of an operation. */
    List<Place> places(String operation) {
        var places = new ArrayList<Place>();
        for (var field : schema.root(operation)) {
            for (var argument : field.arguments()) {
                for (var path : paths(argument, List.of())) {
                    places.add(new Place(operation, field, path));
                }
            }
        }
        return places;
    }

    private List<List<String>> paths(Input input, List<String> outer) {
        var path = new ArrayList<>(outer);
        path.add(input.name());
        if (input.type().named().equals("ID")) {
            return List.of(path);
        }
        return schema.type(input.type().named()).inputs().stream()
                .filter(inner -> !path.contains(inner.name()))
                .flatMap(inner -> paths(inner, path).stream())
                .toList();
    }

    /** Asks with the id in the place; other ids that must be given are the caller's own. */
    Document at(Place place, String id, UnaryOperator<String> own) {
        return document(
                place.operation(), place.field(), new Filling(place.path(), id, own), 3, false);
    }

    /** Asks with no more than must be given. */
    Document least(String operation, Field field, UnaryOperator<String> own) {
        return document(operation, field, new Filling(List.of(), "", own), 1, false);
    }

    /** Asks a field that needs nothing for as much as can be had. */
    Document all(Field field) {
        return document("query", field, new Filling(List.of(), "", name -> name), 6, true);
    }

    private Document document(
            String operation, Field field, Filling filling, int depth, boolean page) {
        var variables = inputs(field.arguments(), filling, 0);
        var declared =
                field.arguments().stream()
                        .filter(it -> variables.containsKey(it.name()))
                        .map(it -> "$" + it.name() + ": " + it.type().text())
                        .collect(Collectors.joining(", "));
        var given =
                variables.keySet().stream()
                        .map(it -> it + ": $" + it)
                        .collect(Collectors.joining(", "));
        var arguments = page ? Selections.page(field) : given.isEmpty() ? "" : "(" + given + ")";
        return new Document(
                operation
                        + (declared.isEmpty() ? "" : "(" + declared + ")")
                        + " { "
                        + field.name()
                        + arguments
                        + selections.of(field.type(), depth)
                        + " }",
                variables);
    }

    private Map<String, Object> inputs(List<Input> inputs, Filling filling, int depth) {
        var values = new LinkedHashMap<String, Object>();
        for (var input : inputs) {
            var onTheWay = filling.leadsTo(input.name(), depth);
            if (onTheWay || input.needed()) {
                values.put(
                        input.name(),
                        value(input.name(), input.type(), filling, onTheWay ? depth + 1 : -1));
            }
        }
        return values;
    }

    /** depth: how much of the path is behind; below 0: this is not on it. */
    private Object value(String name, Ref type, Filling filling, int depth) {
        if (type.list()) {
            var item = type.required() ? type.inside().inside() : type.inside();
            return List.of(value(name, item, filling, depth));
        }
        var named = schema.type(type.named());
        return switch (named.kind()) {
            case "ENUM" -> named.values().getFirst();
            case "INPUT_OBJECT" ->
                    named.oneOf() && depth < 0
                            ? Map.of(
                                    named.inputs().getFirst().name(),
                                    value(
                                            named.inputs().getFirst().name(),
                                            named.inputs().getFirst().type(),
                                            filling,
                                            -1))
                            : inputs(named.inputs(), filling, depth);
            default -> scalar(name, named.name(), filling, depth);
        };
    }

    private Object scalar(String name, String type, Filling filling, int depth) {
        return switch (type) {
            case "ID" -> depth == filling.path().size() ? filling.id() : filling.own().apply(name);
            case "Int", "Long" -> 1;
            case "Float" -> 0.5;
            case "Boolean" -> false;
            case "DateTime" ->
                    clock.instant()
                            .plus(name.equals("to") ? Duration.ofDays(1) : Duration.ofDays(-1))
                            .toString();
            case "Date" -> "2026-01-31";
            case "JSON" -> Map.of();
            case "Locale" -> "en";
            case "String" -> name + " " + UUID.randomUUID();
            default -> throw new IllegalStateException("teach the walk the scalar " + type);
        };
    }
}
