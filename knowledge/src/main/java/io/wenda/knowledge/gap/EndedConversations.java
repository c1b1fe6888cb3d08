package io.wenda.knowledge.gap;

import io.wenda.tenant.TenantId;
import java.util.List;

/** Conversations that ended and were not looked at; the room that leads them knows. */
public interface EndedConversations {

    /** The companies that have any. */
    List<TenantId> companies();

    /**
     * Some of the current company. They are looked at when the transaction that this is called in
     * commits; no other transaction gets them.
     */
    List<Served> take(int most);
}
