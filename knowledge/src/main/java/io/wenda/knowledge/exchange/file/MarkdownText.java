package io.wenda.knowledge.exchange.file;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown: the words of its headings, and what stands between as it was written. */
final class MarkdownText {
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private MarkdownText() {}

    static Outline read(String text) {
        var outline = new Outline();
        var lines = text.lines().toList();
        var document = PARSER.parse(String.join("\n", lines));
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> outline.heading(heading.getLevel(), words(heading));
                case HtmlBlock block when block.getLiteral().startsWith("<!--") -> {}
                default -> outline.paragraph(source(node, lines));
            }
        }
        return outline;
    }

    private static String source(Node node, List<String> lines) {
        return String.join(
                "\n",
                node.getSourceSpans().stream()
                        .map(SourceSpan::getLineIndex)
                        .map(lines::get)
                        .toList());
    }

    private static String words(Node node) {
        var words = new ArrayList<String>();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.add(text.getLiteral());
                    }

                    @Override
                    public void visit(Code code) {
                        words.add(code.getLiteral());
                    }

                    @Override
                    public void visit(SoftLineBreak between) {
                        words.add(" ");
                    }
                });
        return String.join("", words);
    }
}
