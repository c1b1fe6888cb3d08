package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Introspected.Named;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every id that any query, mutation or subscription takes, found by introspection, is given the ids
 * of another company. Each is answered exactly like an unknown and like a malformed one.
 */
class IsolationWalkTest extends RunningApplication {
    private static final int DEEP = 2;

    /** Where an id goes in: the operation's kind, its root field, and the path within its arguments. */
    private record Slot(String operation, Named root, List<String> path) {
        @Override
        public String toString() {
            return operation + " " + root.name() + " " + String.join(".", path);
        }
    }

    @Test
    void aForeignIdIsAnsweredLikeAnUnknownOneEverywhere() {
        var theirs = World.in(OUTSIDE.newCompany("Theirs " + UUID.randomUUID()));
        var ours = World.in(OUTSIDE.newCompany("Ours " + UUID.randomUUID()));
        var schema = new Introspected(OUTSIDE);
        var before = theirs.snapshot();

        var slots = slots(schema);
        var leaks = new TreeSet<String>();
        for (var slot : slots) {
            leaks.addAll(walk(schema, slot, theirs, ours, ours.company().token(), null));
            leaks.addAll(
                    walk(schema, slot, theirs, ours, ours.visitor().token(), Company.PAGE));
        }

        assertThat(slots).hasSizeGreaterThan(30);
        assertThat(leaks).isEmpty();
        assertThat(theirs.snapshot()).isEqualTo(before);
    }

    private static List<String> walk(
            Introspected schema,
            Slot slot,
            World theirs,
            World ours,
            String token,
            @Nullable String origin) {
        var unknown = ask(schema, slot, ours, unknown(theirs, slot), token, origin);
        var leaks = new ArrayList<String>();
        for (var id : theirs.ids().values()) {
            var foreign = ask(schema, slot, ours, id, token, origin);
            if (!foreign.equals(unknown)) {
                leaks.add(slot + " " + id + ": " + foreign + " instead of " + unknown);
            }
        }
        for (var id : List.of("x", "", "cnv_", "mem_!", "conversation")) {
            var malformed = ask(schema, slot, ours, id, token, origin);
            if (!malformed.equals(unknown)) {
                leaks.add(slot + " '" + id + "': " + malformed + " instead of " + unknown);
            }
        }
        if (unknown.contains("INTERNAL") || unknown.contains("UNAVAILABLE")) {
            leaks.add(slot + ": " + unknown);
        }
        return leaks;
    }

    /** A well-formed id of the kind that the slot takes, which nothing has. */
    private static String unknown(World world, Slot slot) {
        var id = world.own(slot.path().getLast(), slot.root().name());
        return id.substring(0, 4) + new StringBuilder(id.substring(4, 29)).reverse() + "0";
    }

    private static String ask(
            Introspected schema,
            Slot slot,
            World ours,
            String id,
            String token,
            @Nullable String origin) {
        var declared = new ArrayList<String>();
        var passed = new ArrayList<String>();
        var variables = new LinkedHashMap<String, Object>();
        for (var argument : slot.root().arguments()) {
            var value = value(schema, slot, ours, argument, List.of(argument.name()), id);
            if (value != null) {
                variables.put(argument.name(), value);
                passed.add(argument.name() + ": $" + argument.name());
                declared.add(
                        "$" + argument.name() + ": " + type(argument) );
            }
        }
        var query =
                "%s(%s) { %s(%s)%s }"
                        .formatted(
                                slot.operation(),
                                String.join(", ", declared),
                                slot.root().name(),
                                String.join(", ", passed),
                                schema.selection(slot.root().shape().name(), DEEP));
        return plain(
                slot.operation().equals("subscription")
                        ? listen(query, variables, token, origin)
                        : OUTSIDE.ask(token, origin, query, variables).body().toString());
    }

    private static String type(Named argument) {
        var name = argument.shape().name();
        return (argument.shape().list() ? "[" + name + "!]" : name)
                + (argument.shape().required() ? "!" : "");
    }

    /** What an argument is given: the id at the slot's path, the least that is needed elsewhere. */
    private static @Nullable Object value(
            Introspected schema,
            Slot slot,
            World ours,
            Named field,
            List<String> path,
            String id) {
        var onPath = slot.path().subList(0, Math.min(path.size(), slot.path().size())).equals(path);
        if (!onPath && !field.mustBeGiven()) {
            return null;
        }
        var name = field.shape().name();
        Object value =
                schema.inputFields(name)
                        .<Object>map(
                                fields -> {
                                    var object = new HashMap<String, Object>();
                                    fields.forEach(
                                            inner -> {
                                                var at = new ArrayList<>(path);
                                                at.add(inner.name());
                                                var given =
                                                        value(schema, slot, ours, inner, at, id);
                                                if (given != null) {
                                                    object.put(inner.name(), given);
                                                }
                                            });
                                    return object;
                                })
                        .orElseGet(
                                () ->
                                        name.equals("ID")
                                                ? onPath ? id : ours.own(field.name(), "")
                                                : leaf(schema, name));
        return field.shape().list() ? List.of(value) : value;
    }

    private static Object leaf(Introspected schema, String type) {
        return switch (type) {
            case "Int", "Long" -> 1;
            case "Float" -> 1.5;
            case "Boolean" -> true;
            case "DateTime" -> "2026-01-01T00:00:00Z";
            case "Date" -> "2026-01-01";
            case "Locale" -> "en";
            case "String" -> "x" + UUID.randomUUID();
            default -> schema.firstEnumValue(type).orElse("x");
        };
    }

    private static String listen(
            String query, Map<String, ?> variables, String token, @Nullable String origin) {
        var body = Outside.JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        var request =
                HttpRequest.newBuilder(OUTSIDE.at("/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return OUTSIDE.send(request.build()).body();
    }

    /** Without what is new every time. */
    private static String plain(String answer) {
        return answer.replaceAll("\"freshAsOf\":\"[^\"]*\"", "")
                .replaceAll("\"complexity\":\\d+", "")
                .replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static List<Slot> slots(Introspected schema) {
        var slots = new ArrayList<Slot>();
        for (var operation : List.of("query", "mutation", "subscription")) {
            for (var root : schema.roots(operation)) {
                Consumer<List<String>> found = path -> slots.add(new Slot(operation, root, path));
                root.arguments().forEach(it -> ids(schema, it, List.of(it.name()), found));
            }
        }
        return slots;
    }

    private static void ids(
            Introspected schema,
            Named field,
            List<String> path,
            Consumer<List<String>> found) {
        if (field.shape().name().equals("ID")) {
            found.accept(path);
        }
        schema.inputFields(field.shape().name())
                .ifPresent(
                        fields ->
                                fields.forEach(
                                        inner -> {
                                            var at = new ArrayList<>(path);
                                            at.add(inner.name());
                                            ids(schema, inner, at, found);
                                        }));
    }
}
