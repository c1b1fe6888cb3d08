package io.wenda.knowledge.intent;

import io.wenda.tenant.TenantId;

/** A company's intents are other than before: told within the transaction, acted on after it. */
record IntentsChanged(TenantId tenant) {}
