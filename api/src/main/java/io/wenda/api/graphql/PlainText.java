package io.wenda.api.graphql;

import io.wenda.tenant.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts that every store takes: no NUL, no half of a character. */
final class PlainText {
    private PlainText() {}

    /** Refuses where a text anywhere in the arguments is not plain, and names its place. */
    static void require(Map<String, ?> arguments) {
        require(arguments, new ArrayDeque<>());
    }

    private static void require(@Nullable Object value, Deque<String> path) {
        switch (value) {
            case String text when !isPlain(text) ->
                    throw new Refusal.Invalid(
                            "has a NUL or half of a character in it: take it out",
                            path.toArray(String[]::new));
            case Map<?, ?> fields ->
                    fields.forEach((name, inner) -> require(inner, String.valueOf(name), path));
            case List<?> items -> items.forEach(item -> require(item, path));
            case null, default -> {}
        }
    }

    /** The input's own name is no part of a user error's path. */
    private static void require(@Nullable Object value, String name, Deque<String> path) {
        if (path.isEmpty() && name.equals("input")) {
            require(value, path);
        } else {
            path.addLast(name);
            require(value, path);
            path.removeLast();
        }
    }

    static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
