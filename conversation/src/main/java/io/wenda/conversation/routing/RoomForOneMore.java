package io.wenda.conversation.routing;

import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;

/** An agent may take one more than a moment ago: told within the transaction, acted on after. */
record RoomForOneMore(TenantId tenant) {
    static RoomForOneMore now() {
        return new RoomForOneMore(CurrentTenant.get());
    }
}
