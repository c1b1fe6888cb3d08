/** Hands out the files of the web modules: the console, built and packed by {@code web-console}. */
@NullMarked
package io.wenda.api.web;

import org.jspecify.annotations.NullMarked;
