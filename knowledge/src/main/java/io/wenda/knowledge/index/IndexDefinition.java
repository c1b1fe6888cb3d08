package io.wenda.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Settings and fields of the index.
 *
 * @param version a live index of a lower one is replaced by itself
 */
public record IndexDefinition(int version, String json) {
    private static final int CURRENT = 3;
    private static final Pattern NAME = Pattern.compile("kb_v(\\d+)(_\\d+)?");

    /** What this program fills. */
    public static IndexDefinition current() {
        var resource = "/opensearch/kb_v" + CURRENT + ".json";
        try (var file = IndexDefinition.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(file, resource).readAllBytes();
            return new IndexDefinition(CURRENT, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first index of an installation. */
    String firstName() {
        return "kb_v" + version;
    }

    /** An index that was filled beside another. */
    String name(int number) {
        return firstName() + "_" + number;
    }

    /** Whether the index of that name was made by an older program. */
    boolean isNewerThan(String name) {
        var made = NAME.matcher(name);
        return made.matches() && Integer.parseInt(made.group(1)) < version;
    }
}
