package io.wenda.benchmark;

import java.util.List;

/** One of the two that are compared. */
sealed interface Side permits Product, Bare {

    String name();

    Application application();

    /** New visitors, each in a conversation of her own that an agent has. */
    List<Visitor> visitors(int count);

    /** Watches the visitor's conversation as its agent. */
    Socket watch(Visitor visitor, Socket.Heard heard);

    /** Watches the visitor's conversation as herself. */
    Socket attend(Visitor visitor, Socket.Heard heard);

    /** Acknowledged messages that are not in the database. */
    int lost(List<Visitor> visitors);
}
