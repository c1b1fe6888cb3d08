package io.wenda.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a browser or device that speaks for a contact on one channel. */
public record VisitorId(@JsonValue UUID value) {}
