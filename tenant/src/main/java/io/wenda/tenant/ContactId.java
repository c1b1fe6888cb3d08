package io.wenda.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a customer of a company, which a visitor speaks for. */
public record ContactId(@JsonValue UUID value) {}
