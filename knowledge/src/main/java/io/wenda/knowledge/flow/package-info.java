/** What a company's bot asks for and does, step by step, once it knows what a customer wants. */
@NamedInterface
@NullMarked
package io.wenda.knowledge.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
