/**
 * Who asks: bearer tokens on every transport, visitors' sessions, and the page the widget lives on.
 */
@NullMarked
package io.wenda.api.security;

import org.jspecify.annotations.NullMarked;
