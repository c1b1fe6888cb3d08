package io.wenda.api.graphql;

import io.wenda.tenant.Refusal;
import org.jspecify.annotations.Nullable;

/** A payload that may say more about a refusal than a user error can. */
public interface RefusedPayload {

    /** Becomes the payload's user error; absent where the mutation was done. */
    @Nullable Refusal refusal();
}
