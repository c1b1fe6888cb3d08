package io.wenda.api.security;

import io.wenda.api.issuer.AccessTokens;
import io.wenda.tenant.Caller;
import io.wenda.tenant.TenantId;
import java.time.Instant;

/** What a verified bearer token says; what its holder may do is asked anew for every request. */
public sealed interface Bearer {

    /** Whose data it opens. */
    TenantId tenant();

    /** The end of the token. */
    Instant until();

    /** A member or a program. */
    record OfStaff(AccessTokens.Holder holder) implements Bearer {
        @Override
        public TenantId tenant() {
            return holder.tenant();
        }

        @Override
        public Instant until() {
            return holder.until();
        }
    }

    /**
     * A visitor, on the pages of one origin.
     *
     * @param origin the only one that the token is good for
     */
    record OfVisitor(Caller.Visitor visitor, String origin, Instant until) implements Bearer {
        @Override
        public TenantId tenant() {
            return visitor.tenant();
        }
    }
}
