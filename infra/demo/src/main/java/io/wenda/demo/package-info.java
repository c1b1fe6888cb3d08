/**
 * A made-up company with a week behind it and a shop's page, for whoever starts Wenda to look at.
 */
@NullMarked
package io.wenda.demo;

import org.jspecify.annotations.NullMarked;
