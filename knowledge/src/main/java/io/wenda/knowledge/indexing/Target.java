package io.wenda.knowledge.indexing;

import io.wenda.knowledge.index.Place;
import org.jspecify.annotations.Nullable;

/**
 * The identities of the indices that are written.
 *
 * @param building the one that is being filled to take the place, if there is one
 */
record Target(String live, @Nullable String building) {

    Place place() {
        return building == null || building.equals(live) ? Place.LIVE : Place.BOTH;
    }

    /** Whose receipt it is: the new one's, once both have taken a document. */
    String id() {
        return building == null ? live : building;
    }

    /** Those whose receipts say that the live index holds a document. */
    String[] known() {
        return building == null ? new String[] {live} : new String[] {live, building};
    }
}
