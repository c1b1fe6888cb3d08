/**
 * Hands out the files of the web modules, built and packed by {@code web-console} and {@code
 * web-widget}.
 */
@NullMarked
package io.wenda.api.web;

import org.jspecify.annotations.NullMarked;
