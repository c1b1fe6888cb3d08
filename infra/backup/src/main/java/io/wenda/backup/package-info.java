/** Backups of the engines that Wenda runs itself, and new ones made from them. */
@NullMarked
package io.wenda.backup;

import org.jspecify.annotations.NullMarked;
