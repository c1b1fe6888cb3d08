package io.wenda.knowledge.entry;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A place in the tree of categories: names from the top, parted by slashes. */
final class CategoryPath {
    static final int DEEPEST = 5;
    static final int LONGEST = 200;
    private static final String SLASH = "/";

    private CategoryPath() {}

    /** The path without blanks around its names; none for nothing. */
    static @Nullable String of(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return checked(
                Arrays.stream(Text.line(value, LONGEST, field).split(SLASH, -1))
                        .map(String::strip)
                        .collect(Collectors.joining(SLASH)),
                field);
    }

    /** The path, unless it is too deep or too long. */
    static String checked(String path, String field) {
        var names = path.split(SLASH, -1);
        if (names.length > DEEPEST || path.length() > LONGEST) {
            throw Refusal.Invalid.tooLong(
                    "must have at most %d levels and %d characters, '%s' has %d and %d"
                            .formatted(DEEPEST, LONGEST, path, names.length, path.length()),
                    field);
        }
        if (Arrays.stream(names).anyMatch(String::isEmpty)) {
            throw new Refusal.Invalid("must have a name between two slashes", field);
        }
        return path;
    }

    static boolean isWithin(String path, String other) {
        return path.equals(other) || path.startsWith(other + SLASH);
    }
}
