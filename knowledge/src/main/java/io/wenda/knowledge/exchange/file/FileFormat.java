package io.wenda.knowledge.exchange.file;

/** A kind of file that knowledge comes from and goes to; PDF is read only. */
public enum FileFormat {
    CSV("csv", "text/csv; charset=utf-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    MARKDOWN("md", "text/markdown; charset=utf-8"),
    HTML("html", "text/html; charset=utf-8"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("pdf", "application/pdf");

    private final String extension;
    private final String mediaType;

    FileFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a file of it is plain text: its own bytes do not tell such kinds apart for sure. */
    public boolean isText() {
        return switch (this) {
            case CSV, MARKDOWN, HTML -> true;
            case XLSX, DOCX, PDF -> false;
        };
    }
}
