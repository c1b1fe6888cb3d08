package io.wenda.analytics.warehouse;

import io.wenda.tenant.isolation.SystemDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings ClickHouse's tables to this version: the scripts {@code clickhouse/NNNN_name.sql}, in
 * order, each once, forward only. A script must bear a repetition, for ClickHouse has no
 * transaction around it.
 */
@Component
public class WarehouseScripts {
    private static final Logger log = LoggerFactory.getLogger(WarehouseScripts.class);
    private static final String APPLIED =
            """
            create table if not exists applied_scripts
            (name String, checksum String, applied_at DateTime64(6, 'UTC') default now64(6))
            engine = MergeTree order by name
            """;

    private final Warehouse warehouse;
    private final SystemDatabase system;
    private final List<Script> scripts;

    WarehouseScripts(Warehouse warehouse, SystemDatabase system) {
        this.warehouse = warehouse;
        this.system = system;
        this.scripts = read();
    }

    /** One file. */
    record Script(String name, String text) {
        String checksum() {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of()
                        .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A semicolon at the end of a line ends a statement. */
        List<String> statements() {
            return Arrays.stream(text.split(";\\s*(\\n|$)"))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        }
    }

    /** Applies what is missing; the warehouse is ready after it, or tells why not. */
    public WarehouseState apply() {
        try {
            warehouse.is(whileNoOtherNodeDoes());
        } catch (RuntimeException e) {
            warehouse.is(new WarehouseState.Away(String.valueOf(e.getMessage())));
        }
        return warehouse.state();
    }

    private WarehouseState whileNoOtherNodeDoes() {
        return system.call(jdbc -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('clickhouse scripts'))")
                    .query((_, _) -> true)
                    .list();
            return applyMissing();
        });
    }

    private WarehouseState applyMissing() {
        warehouse.execute(APPLIED);
        var applied =
                warehouse.query("select name, checksum from applied_scripts").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getString("name"),
                                        row -> row.getString("checksum"),
                                        (first, _) -> first));
        for (var script : scripts) {
            if (!applied.containsKey(script.name())) {
                apply(script);
            }
        }
        return changed(applied);
    }

    private WarehouseState changed(Map<String, String> applied) {
        return scripts.stream()
                .filter(s -> !applied.getOrDefault(s.name(), s.checksum()).equals(s.checksum()))
                .findFirst()
                .<WarehouseState>map(script ->
                        new WarehouseState.Away(
                                script.name() + " was changed after it had been applied"))
                .orElseGet(WarehouseState.Ready::new);
    }

    private void apply(Script script) {
        script.statements().forEach(warehouse::execute);
        warehouse.execute(
                "insert into applied_scripts (name, checksum) values ('%s', '%s')"
                        .formatted(script.name(), script.checksum()));
        log.info("ClickHouse script {} applied", script.name());
    }

    private static List<Script> read() {
        try {
            var found = new ArrayList<Script>();
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:clickhouse/0*.sql")) {
                found.add(
                        new Script(nameOf(file), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            found.sort(Comparator.comparing(Script::name));
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource file) {
        var name = file.getFilename();
        if (name == null) {
            throw new IllegalStateException("a script without a name: " + file);
        }
        return name;
    }
}
