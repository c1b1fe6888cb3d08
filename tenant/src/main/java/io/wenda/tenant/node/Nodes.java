package io.wenda.tenant.node;

import java.util.function.Consumer;

/**
 * The other processes of this installation. News are records of ids and times, never of content;
 * they may be lost, so whoever needs them for more than speed has another way to find out.
 */
public interface Nodes {

    /** Tells all others; never blocks, never throws. Call it after the commit. */
    void tell(Record news);

    /**
     * Hears what others tell, in the order of each, on a thread that must not wait for anything.
     */
    <T extends Record> void hear(Class<T> kind, Consumer<T> ear);

    /** Whether nothing is configured by which another node could be heard. */
    boolean isOnlyOne();

    /** Whether news were lost of late, as far as this node can know. */
    boolean lossy();
}
