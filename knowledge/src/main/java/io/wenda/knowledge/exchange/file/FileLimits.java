package io.wenda.knowledge.exchange.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a file of knowledge may hold.
 *
 * @param size of the file as it is sent
 * @param unpacked of what is packed in it, all together
 * @param rows lines of a table, or passages of a document
 * @param pages of a PDF
 * @param passage characters of a passage, which is what the bot answers with
 */
@ConfigurationProperties("wenda.knowledge.file")
public record FileLimits(
        @DefaultValue("20MB") DataSize size,
        @DefaultValue("100MB") DataSize unpacked,
        @DefaultValue("50000") int rows,
        @DefaultValue("1000") int pages,
        @DefaultValue("1200") int passage) {}
