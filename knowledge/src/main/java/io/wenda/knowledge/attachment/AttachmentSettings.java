package io.wenda.knowledge.attachment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be attached, and for how long.
 *
 * @param size of a file
 * @param each most files of a version
 * @param quota of all files of a company together
 * @param unusedLife how long a file is kept that no version has
 * @param sweep time between two looks for such files
 * @param linkLife how long an address of a file is good
 * @param downloadsOfCompany how many of its files go out at once
 * @param downloads how many files of all companies go out at once
 * @param longestDownload who reads a file for longer is cut off
 */
@ConfigurationProperties("wenda.knowledge.attachment")
public record AttachmentSettings(
        @DefaultValue("10MB") DataSize size,
        @DefaultValue("20") int each,
        @DefaultValue("1GB") DataSize quota,
        @DefaultValue("24h") Duration unusedLife,
        @DefaultValue("10m") Duration sweep,
        @DefaultValue("1h") Duration linkLife,
        @DefaultValue("16") int downloadsOfCompany,
        @DefaultValue("128") int downloads,
        @DefaultValue("3m") Duration longestDownload) {}
