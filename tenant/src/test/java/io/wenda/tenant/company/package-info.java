/** Tests of companies and their people. */
@NullMarked
package io.wenda.tenant.company;

import org.jspecify.annotations.NullMarked;
