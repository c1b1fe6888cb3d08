package io.wenda.knowledge.exchange;

import io.wenda.tenant.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a line was refused.
 *
 * @param line as a reader of the file counts
 * @param field what of it is at fault, where one is
 */
public record ImportFault(int line, @Nullable String field, Refusal.Code code, String message) {}
