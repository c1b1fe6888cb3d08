package io.wenda.benchmark;

import java.io.IOException;
import java.util.List;

/**
 * What each side holds of the machine's memory after its start, before anybody asks it anything.
 */
final class IdleMemory {
    private static final double MIB = 1024.0 * 1024;

    private IdleMemory() {}

    /** Only true of sides that nothing else was measured on before. */
    static List<Figure> figures(Stage stage, Options options) throws IOException {
        stage.settle();
        var bare = stage.bare().application().residentBytes() / MIB;
        var product = stage.product().application().residentBytes() / MIB;
        return List.of(new Figure("idle-memory", product, "MiB", bare));
    }
}
