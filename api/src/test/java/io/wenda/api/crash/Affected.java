package io.wenda.api.crash;

/** An engine that something befalls. */
enum Affected {
    POSTGRESQL("postgres", "postgres/db/postmaster.pid"),
    CLICKHOUSE("clickhouse", "clickhouse/engine.pid"),
    OPENSEARCH("opensearch", "opensearch/engine.pid");

    private final String word;
    private final String pidFile;

    Affected(String word, String pidFile) {
        this.word = word;
        this.pidFile = pidFile;
    }

    /** Its name in settings, folders and `doctor`. */
    String word() {
        return word;
    }

    /** Where in the data folder its process id stands. */
    String pidFile() {
        return pidFile;
    }
}
