package io.wenda.conversation.live;

/**
 * Wakes whoever watches a topic. It carries no content: the watcher reads what is new from the
 * database, so a lost wake-up heals with the next one. It reaches whoever watches at any node.
 */
public interface LiveBus {

    /** Something is new; never blocks, never throws. Call it after the commit. */
    void wake(Topic topic);

    /**
     * Calls {@code wake} after each wake-up of the topic, on an unknown thread: it must only set a
     * flag or hand over.
     */
    Watch watch(Topic topic, Runnable wake);

    /** Whether all who wake are in this process, as far as it is configured. */
    boolean isOfOneProcess();

    /** Whether wake-ups were lost of late, so that watchers do well to look by themselves. */
    boolean lossy();

    /** A watch that can end. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
