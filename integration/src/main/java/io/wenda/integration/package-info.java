/** The outside world: mail, channel providers, CRM connectors, webhooks. */
@NullMarked
package io.wenda.integration;

import org.jspecify.annotations.NullMarked;
