package io.wenda.knowledge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an entry of a company's knowledge. */
public record EntryId(@JsonValue UUID value) {}
