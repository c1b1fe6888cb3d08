package io.wenda.api.crash;

/** What may befall an engine for a while. */
enum Ailment {
    /** kill -9, and nobody starts it again. */
    KILLED,
    /** SIGSTOP: it takes connections and never answers. */
    FROZEN,
    /** No byte is free where its data are. */
    DISK_FULL,
    /** Its processes get no more memory from the system. */
    OUT_OF_MEMORY
}
