package io.wenda.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a program, a caller with an API key. */
public record ProgramId(@JsonValue UUID value) {}
