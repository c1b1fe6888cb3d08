package io.wenda.knowledge.attachment;

/** A file as a version has it. */
public record Attachment(FileId file, String name, FileType type, long size) {}
