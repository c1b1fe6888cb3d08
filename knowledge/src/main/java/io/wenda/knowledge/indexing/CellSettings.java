package io.wenda.knowledge.indexing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a company's texts are divided into cells.
 *
 * @param from how many texts of a language: so many are compared one by one in about 12 ms, and in
 *     fewer the cells find less
 */
@ConfigurationProperties("wenda.knowledge.cells")
record CellSettings(@DefaultValue("20000") long from) {}
