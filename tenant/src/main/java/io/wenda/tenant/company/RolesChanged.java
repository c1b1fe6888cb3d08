package io.wenda.tenant.company;

import io.wenda.tenant.TenantId;
import java.util.UUID;

/**
 * A member or a program has other roles than a moment ago, perhaps none. Told after the commit, so
 * that whatever remembers roles or holds connections lets go at once; on every node.
 */
public record RolesChanged(TenantId tenant, UUID holder, boolean removed) {}
