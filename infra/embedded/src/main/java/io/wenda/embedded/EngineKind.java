package io.wenda.embedded;

/** The three engines of an installation, each known to the application by its own properties. */
public enum EngineKind {
    POSTGRES("postgres", "PostgreSQL"),
    CLICKHOUSE("clickhouse", "ClickHouse"),
    OPENSEARCH("opensearch", "OpenSearch");

    private final String word;
    private final String title;

    EngineKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The word in folder and property names. */
    public String word() {
        return word;
    }

    /** The name people know. */
    public String title() {
        return title;
    }

    /** Full name of one of the engine's properties. */
    public String property(String name) {
        return "wenda." + word + "." + name;
    }
}
