/** Mail: kept with the fact that wants it, delivered after it, by SMTP or into a folder. */
@NullMarked
package io.wenda.integration.mail;

import org.jspecify.annotations.NullMarked;
