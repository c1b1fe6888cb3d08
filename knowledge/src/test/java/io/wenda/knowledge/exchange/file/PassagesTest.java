package io.wenda.knowledge.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** A document becomes passages under the path of their headings. */
class PassagesTest {
    private static final KnowledgeFiles FILES = new KnowledgeFiles(Samples.LIMITS);

    @Test
    void markdownIsCutAtItsHeadingsAndStaysMarkdown() {
        var items =
                read(
                        "help.md",
                        """
                        Welcome.

                        # Orders
                        ## `Refund` of *money*

                        Takes **three** days:

                        - card
                        - cash

                        ```
                        # no heading
                        ```
                        # 配送
                        次日达。
                        """);

        assertThat(items)
                .containsExactly(
                        Item.of("help", List.of(), "Welcome."),
                        Item.of(
                                "Orders › Refund of money",
                                List.of(),
                                "Takes **three** days:\n\n- card\n- cash\n\n```\n# no heading\n```"),
                        Item.of("配送", List.of(), "次日达。"));
    }

    @Test
    void htmlLosesItsScriptsAndKeepsItsWordsListsAndLinks() {
        var items =
                read(
                        "help.html",
                        """
                        <!doctype html><title>x</title><nav>Menu</nav>
                        <h1>Orders <small>all</small></h1><script>alert(1)</script>
                        <p onclick="evil()">Call   <b>us</b>, or <a href="https://a.example/x">write</a>
                        <a href="javascript:evil()">now</a>.</p>
                        <ul><li>one<li>two</ul>
                        <table><tr><th>a<th>b<tr><td>1<td>2</table>
                        """);

        assertThat(items)
                .containsExactly(
                        Item.of(
                                "Orders all",
                                List.of(),
                                "Call us, or [write](https://a.example/x) now.\n\n- one\n\n- two\n\na | b\n\n1 | 2"));
    }

    @Test
    void longSectionsAreCutBetweenParagraphsAndSentences() {
        var sentence = "这是一个完整的句子，说明退款需要多久。";
        var items = read("help.md", "# 退款\n\n" + sentence.repeat(40) + "\n\nLast words.\n");

        assertThat(items.stream().map(Item::question))
                .containsExactly("退款 (1/3)", "退款 (2/3)", "退款 (3/3)");
        assertThat(items)
                .allSatisfy(it -> assertThat(it.answer().length()).isLessThanOrEqualTo(300))
                .allSatisfy(it -> assertThat(it.similarQuestions()).hasSize(1));
        assertThat(items.getFirst().answer()).endsWith("。");
        assertThat(items.getFirst().similarQuestions()).containsExactly(sentence);
        assertThat(String.join("", items.stream().map(Item::answer).toList()).replace("\n", ""))
                .isEqualTo(sentence.repeat(40) + "Last words.");
    }

    @Test
    void aWordDocumentIsCutAtItsHeadings() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            heading(document, "Heading1", "Orders");
            document.createParagraph().createRun().setText("All of them.");
            heading(document, "Heading2", "退款");
            document.createParagraph().createRun().setText("三天。");
            document.write(out);
        }

        var content = FILES.read(FileFormat.DOCX, "x.docx", out.toByteArray(), Map.of());

        assertThat(content.lines().stream().map(Line::item))
                .containsExactly(
                        Item.of("Orders", List.of(), "All of them."),
                        Item.of("Orders › 退款", List.of(), "三天。"));
    }

    @Test
    void aPdfIsCutAtWhatIsSetLarger() {
        var pdf =
                Samples.pdf(
                        List.of(
                                new Samples.Printed(24, "Manual"),
                                new Samples.Printed(16, "Refunds"),
                                new Samples.Printed(10, "Refunds take three work-"),
                                new Samples.Printed(10, "ing days"),
                                new Samples.Printed(10, "by card."),
                                new Samples.Printed(16, "Delivery"),
                                new Samples.Printed(10, "The next day.")));

        var content = FILES.read(FileFormat.PDF, "x.pdf", pdf, Map.of());

        assertThat(content.lines().stream().map(Line::item))
                .containsExactly(
                        Item.of(
                                "Manual › Refunds",
                                List.of(),
                                "Refunds take three working days by card."),
                        Item.of("Manual › Delivery", List.of(), "The next day."));
    }

    private static void heading(XWPFDocument document, String style, String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    private static List<Item> read(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return FILES.read(FILES.kind(name, bytes), name, bytes, Map.of()).lines().stream()
                .map(Line::item)
                .toList();
    }
}
