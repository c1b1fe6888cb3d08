package io.wenda.knowledge;

/**
 * How far a version has come on its way to the customers; an entry has at most one open version.
 */
public enum VersionState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    PUBLISHED,
    RETIRED;

    /** Whether it is on its way still. */
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, IN_REVIEW, APPROVED -> true;
            case PUBLISHED, RETIRED -> false;
        };
    }

    /** Whether the search index holds its texts. */
    public boolean isSearchable() {
        return switch (this) {
            case IN_REVIEW, APPROVED, PUBLISHED -> true;
            case DRAFT, RETIRED -> false;
        };
    }
}
