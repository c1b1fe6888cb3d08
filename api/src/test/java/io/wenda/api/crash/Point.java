package io.wenda.api.crash;

/** A moment at which a process dies hardest: the application is about to enter a method. */
enum Point {
    /** Nothing of the next shipment is read. */
    BEFORE_READING("io.wenda.analytics.shipping.Recorder", "waiting", "the window is read"),
    /** Its events have got their numbers, and nothing is written down. */
    BEFORE_RECORDING("io.wenda.analytics.shipping.Recorder", "move", "the shipment is recorded"),
    /** All is written down but the days, and not committed. */
    RECORDING("io.wenda.analytics.shipping.ShipmentLedger", "addToDays", "its record commits"),
    /** The shipment is recorded. */
    BEFORE_SENDING("io.wenda.analytics.shipping.Delivery", "first", "it is sent"),
    /** The events have arrived. */
    BEFORE_REBUILDING("io.wenda.analytics.shipping.Delivery", "refreshFacts", "facts are rebuilt"),
    /** The facts are right too. */
    BEFORE_MARKING("io.wenda.analytics.shipping.Shipments", "shipped", "it is marked as sent"),
    /** The next process is about to look what of it arrived. */
    BEFORE_REPEATING("io.wenda.analytics.shipping.Delivery", "again", "it is sent again"),
    /** The shipment is marked. */
    MARKED("io.wenda.analytics.shipping.EventShipper", "remember", "its end is remembered"),
    /** Messages are stored, and nobody who sent them knows. */
    BEFORE_ACKNOWLEDGING("io.wenda.conversation.serving.Lanes", "tell", "a commit is acknowledged"),
    /** Messages are stored, and nobody who watches knows. */
    BEFORE_WAKING("io.wenda.conversation.live.MemoryLiveBus", "wake", "watchers are woken"),
    /** A new search index is whole, and so decided. */
    BEFORE_MOVING("io.wenda.knowledge.index.Indices", "goLive", "the search index is replaced"),
    /** Questions are answered from it, and nobody knows. */
    MOVED("io.wenda.knowledge.indexing.Reindexes", "moved", "its replacement is recorded"),
    /** Lines of a file are entries, and not committed. */
    IMPORTING("io.wenda.knowledge.exchange.WorkTable", "add", "lines of a file are counted"),
    /** Imported versions are published, and not committed. */
    PUBLISHING("io.wenda.knowledge.exchange.WorkTable", "published", "its entries are counted");

    private final String type;
    private final String method;
    private final String words;

    Point(String type, String method, String words) {
        this.type = type;
        this.method = method;
        this.words = words;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    /** What would have come next. */
    @Override
    public String toString() {
        return "before " + words;
    }
}
