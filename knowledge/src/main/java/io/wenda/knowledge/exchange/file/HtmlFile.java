package io.wenda.knowledge.exchange.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Entities;

/** A page that people read, each entry in a table of two columns. */
final class HtmlFile implements ItemWriter {
    private static final String BEGIN =
            """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <title>Knowledge</title>
            <style>
            body { font-family: sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
            th, td { border: 1px solid #ccc; padding: .4rem .6rem; text-align: start; vertical-align: top }
            th { width: 10rem }
            pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
            </style>
            </head>
            <body>
            """;

    private final BufferedWriter writer;

    HtmlFile(OutputStream out) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BEGIN);
    }

    @Override
    public void write(Item item) throws IOException {
        writer.write("<h2>" + Entities.escape(item.question()) + "</h2>\n<table>\n");
        for (var cell : Column.filled(item).entrySet()) {
            // the line end after <pre> is no part of it
            writer.write(
                    "<tr><th>%s</th><td><pre>\n%s</pre></td></tr>\n"
                            .formatted(cell.getKey().title(), Entities.escape(cell.getValue())));
        }
        writer.write("</table>\n");
    }

    @Override
    public void close() throws IOException {
        writer.write("</body>\n</html>\n");
        writer.close();
    }
}
