/** The conversations' rows: locked, changed one fact at a time, every fact an event. */
@NullMarked
package io.wenda.conversation.ledger;

import org.jspecify.annotations.NullMarked;
