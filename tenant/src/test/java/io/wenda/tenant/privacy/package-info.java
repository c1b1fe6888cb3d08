@NullMarked
package io.wenda.tenant.privacy;

import org.jspecify.annotations.NullMarked;
