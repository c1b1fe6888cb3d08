package io.wenda.isolation;

import io.wenda.isolation.Introspected.Field;
import io.wenda.isolation.Introspected.Ref;
import java.util.stream.Collectors;

/** What to ask of a type: all of it down to a depth, but times, texts of errors, and edges. */
final class Selections {
    private static final int PAGE = 5;

    private final Introspected schema;

    Selections(Introspected schema) {
        this.schema = schema;
    }

    String of(Ref ref, int depth) {
        var type = schema.type(ref.named());
        return switch (type.kind()) {
            case "OBJECT" ->
                    " { __typename "
                            + type.fields().stream()
                                    .filter(field -> wanted(type, field))
                                    .filter(field -> depth > 1 || leaf(field))
                                    .map(field ->
                                            field.name()
                                                    + page(field)
                                                    + of(field.type(), depth - 1))
                                    .collect(Collectors.joining(" "))
                            + " }";
            case "UNION", "INTERFACE" ->
                    " { __typename "
                            + type.possible().stream()
                                    .filter(this::hasId)
                                    .map(it -> "... on " + it + " { id }")
                                    .collect(Collectors.joining(" "))
                            + " }";
            default -> "";
        };
    }

    /** A short page of what has pages. */
    static String page(Field field) {
        return field.takes("first") ? "(first: " + PAGE + ")" : "";
    }

    private static boolean wanted(Introspected.Type type, Field field) {
        return field.needsNothing()
                && !field.type().named().equals("DateTime")
                && !field.name().equals("edges")
                && (!type.name().equals("UserError") || field.name().equals("code"));
    }

    private boolean leaf(Field field) {
        var kind = schema.type(field.type().named()).kind();
        return kind.equals("SCALAR") || kind.equals("ENUM");
    }

    private boolean hasId(String type) {
        return schema.type(type).fields().stream().anyMatch(it -> it.name().equals("id"));
    }
}
