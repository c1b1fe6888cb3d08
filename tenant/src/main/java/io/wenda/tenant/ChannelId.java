package io.wenda.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a configured way in, which a visitor's token is bound to. */
public record ChannelId(@JsonValue UUID value) {}
