package io.wenda.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a person of a company. */
public record MemberId(@JsonValue UUID value) {}
