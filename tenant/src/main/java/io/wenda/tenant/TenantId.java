package io.wenda.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a company, the unit of isolation. */
public record TenantId(@JsonValue UUID value) {}
