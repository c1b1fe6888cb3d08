package io.wenda.tenant;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes ids that sort by time of creation (RFC 9562, UUID version 7). */
public final class NewId {
    private NewId() {}

    /** A new id, later in order than every one made before in this process. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
