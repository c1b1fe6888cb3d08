/** Companies and their people: sign-up, members, roles, settings, entitlements, audit. */
@NamedInterface
@NullMarked
package io.wenda.tenant.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
