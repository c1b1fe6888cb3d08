/** Measures the answering of questions on a set written for it, and fits the calibration. */
@NullMarked
package io.wenda.knowledge.evaluation;

import org.jspecify.annotations.NullMarked;
