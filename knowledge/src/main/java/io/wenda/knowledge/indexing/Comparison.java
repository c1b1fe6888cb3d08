package io.wenda.knowledge.indexing;

/**
 * What an index holds beside what the database says that it ought to hold.
 *
 * @param documents that are there as they ought to be
 * @param due not there yet, and known to be due
 * @param missing not there, though there is a receipt
 * @param outdated of another revision than the receipt says
 * @param torn of the right revision, with other texts
 * @param surplus of no version; nobody is answered with them. A rollback that was never made, or a
 *     trial that a crash ended, leaves some; a new index has none of them
 */
public record Comparison(
        long documents, long due, long missing, long outdated, long torn, long surplus) {
    static final Comparison NOTHING = new Comparison(0, 0, 0, 0, 0, 0);

    /** Whether everything that the index shall hold by its receipts is in it, whole. */
    public boolean agrees() {
        return missing == 0 && outdated == 0 && torn == 0;
    }

    Comparison plus(Comparison other) {
        return new Comparison(
                documents + other.documents,
                due + other.due,
                missing + other.missing,
                outdated + other.outdated,
                torn + other.torn,
                surplus + other.surplus);
    }
}
