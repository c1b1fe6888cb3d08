package io.wenda.knowledge.entry;

/** A stretch of two texts that are compared. */
public record TextPiece(Kind kind, String text) {

    /** In which of the two texts it stands. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }
}
