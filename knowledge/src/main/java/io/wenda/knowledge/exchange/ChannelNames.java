package io.wenda.knowledge.exchange;

import io.wenda.tenant.ChannelId;
import java.util.Map;

/** How the current company's channels stand in files: this room does not know what they are. */
public interface ChannelNames {
    /** All of them, each by the one name that it has there. */
    Map<String, ChannelId> all();
}
