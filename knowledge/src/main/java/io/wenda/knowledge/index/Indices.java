package io.wenda.knowledge.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index that is live, and the one that is being filled to take its place. Each is known by an
 * alias: who writes to one that is no longer there is refused.
 */
public final class Indices {
    static final String LIVE = "kb";
    static final String BUILDING = "kb_building";
    private static final String LATER_FIELDS =
            """
            {"properties":{"texts":{"type":"nested","properties":{"cells":{"type":"keyword"}}}}}
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Engine engine;
    private final IndexDefinition definition;

    /** The index that has all fields, as far as this process knows. */
    private volatile @Nullable String extended;

    Indices(Engine engine, IndexDefinition definition) {
        this.engine = engine;
        this.definition = definition;
    }

    private record Named(String name, String id) {}

    /** Of the definition that this program fills. */
    public int definition() {
        return definition.version();
    }

    /**
     * The identity of the live index, made first where there is none. Another identity than before
     * means that everything has to be put again.
     */
    public String identity() {
        return engine.reach("read the index", () -> known(live()).id());
    }

    /** Whether the live index was made by an older program, whose definition is another. */
    public boolean isOutdated() {
        return engine.reach("read the index", () -> definition.isNewerThan(live().name()));
    }

    /** The one to be filled, made unless it is there; any older one is given up. */
    public String build(int number) {
        var name = definition.name(number);
        return engine.reach(
                "make the index",
                () -> {
                    var there = named(name);
                    if (there.isPresent()) {
                        return there.get().id();
                    }
                    for (var other : behind(BUILDING)) {
                        engine.send("DELETE", "/" + other).good("remove the index");
                    }
                    create(name, BUILDING, Map.of("refresh_interval", "-1"));
                    return named(name)
                            .orElseThrow(() -> new IOException("The index was removed"))
                            .id();
                });
    }

    /** Whether the index is there. */
    public boolean exists(int number) {
        return engine.reach("read the index", () -> named(definition.name(number)).isPresent());
    }

    /** Makes all of the filled index findable, and whatever comes later by itself. */
    public void settle(int number) {
        var name = definition.name(number);
        var usual = JSON.readTree(definition.json()).at("/settings/index/refresh_interval");
        var settings = JSON.createObjectNode();
        settings.putObject("index").set("refresh_interval", usual);
        engine.reach(
                "refresh",
                () -> {
                    engine.send("PUT", "/" + name + "/_settings", settings).good("set");
                    return engine.send("POST", "/" + name + "/_refresh").good("refresh");
                });
    }

    /** From now on questions are answered from it and all it took, in one step. */
    public void goLive(int number) {
        var actions = JSON.createObjectNode();
        var list = actions.putArray("actions");
        engine.reach(
                "move the alias",
                () -> {
                    var name = definition.name(number);
                    engine.send("POST", "/" + name + "/_refresh").good("refresh");
                    for (var before : behind(LIVE)) {
                        list.addObject()
                                .putObject("remove")
                                .put("index", before)
                                .put("alias", LIVE);
                    }
                    list.addObject().putObject("add").put("index", name).put("alias", LIVE);
                    return engine.send("POST", "/_aliases", actions).good("move the alias");
                });
    }

    /** Removes all indices that are not live any more. */
    public void clear() {
        engine.reach(
                "remove old indices",
                () -> {
                    var live = behind(LIVE);
                    for (var old : names("/kb_v*/_alias")) {
                        if (!live.contains(old)) {
                            engine.send("DELETE", "/" + old).good("remove the index");
                        }
                    }
                    for (var built : behind(BUILDING)) {
                        engine.send("DELETE", "/" + built + "/_alias/" + BUILDING);
                    }
                    return live;
                });
    }

    /** Where the live one is lost, the one being filled is nearer to it than an empty one. */
    private Named live() throws IOException {
        var live = named(LIVE);
        if (live.isPresent()) {
            return live.get();
        }
        var building = behind(BUILDING);
        if (building.isEmpty()) {
            create(definition.firstName(), LIVE, Map.of());
        } else {
            var address = "/" + building.iterator().next() + "/_alias/" + LIVE;
            engine.send("PUT", address).good("set the alias");
        }
        return named(LIVE).orElseThrow(() -> new IOException("The index cannot be made"));
    }

    /** An index of an earlier version of this program learns the fields that came since. */
    private Named known(Named index) throws IOException {
        if (!index.id().equals(extended)) {
            engine.send("PUT", "/" + LIVE + "/_mapping", JSON.readTree(LATER_FIELDS))
                    .good("extend");
            extended = index.id();
        }
        return index;
    }

    private Optional<Named> named(String nameOrAlias) throws IOException {
        var answer = settings(nameOrAlias);
        if (answer.isMissing()) {
            // nothing is there, either, while OpenSearch starts and has not read its state yet; a
            // look at all aliases fails then, so what is missing after it is missing indeed
            engine.send("GET", "/_alias").good("read aliases");
            answer = settings(nameOrAlias);
        }
        if (answer.isMissing()) {
            return Optional.empty();
        }
        return answer.good("read the index").properties().stream()
                .findFirst()
                .map(it -> new Named(it.getKey(), id(it.getValue())));
    }

    private Engine.Answer settings(String nameOrAlias) throws IOException {
        return engine.send("GET", "/" + nameOrAlias + "/_settings");
    }

    private static String id(JsonNode settings) {
        return settings.at("/settings/index/uuid").asString();
    }

    private Set<String> behind(String alias) throws IOException {
        return names("/_alias/" + alias);
    }

    private Set<String> names(String address) throws IOException {
        var answer = engine.send("GET", address);
        return answer.isMissing()
                ? Set.of()
                : new HashSet<>(List.copyOf(answer.good("read aliases").propertyNames()));
    }

    /** Somebody else may have made it since we looked. */
    private void create(String name, String alias, Map<String, String> settings)
            throws IOException {
        var json = (ObjectNode) JSON.readTree(definition.json());
        var index = (ObjectNode) json.at("/settings/index");
        settings.forEach(index::put);
        json.putObject("aliases").putObject(alias).put("is_write_index", true);
        var made = engine.send("PUT", "/" + name, json);
        if (!made.body().toString().contains("resource_already_exists_exception")) {
            made.good("make the index");
        }
    }
}
