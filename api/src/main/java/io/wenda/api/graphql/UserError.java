package io.wenda.api.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller of a mutation can mend. */
record UserError(String code, String message, @Nullable List<String> field) {}
