package io.wenda.knowledge.index;

import java.util.List;

/** Where documents go while a new index is being filled beside the live one. */
public enum Place {
    /** Where questions are answered from. */
    LIVE,
    /** The new one. */
    BUILDING,
    BOTH;

    List<String> aliases() {
        return switch (this) {
            case LIVE -> List.of(Indices.LIVE);
            case BUILDING -> List.of(Indices.BUILDING);
            case BOTH -> List.of(Indices.LIVE, Indices.BUILDING);
        };
    }
}
