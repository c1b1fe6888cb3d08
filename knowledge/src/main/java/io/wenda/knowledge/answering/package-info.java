/** From a customer's question to an answer, a question back, or a person. */
@NamedInterface
@NullMarked
package io.wenda.knowledge.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
