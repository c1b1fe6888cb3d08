package io.wenda.knowledge.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written into a file is read from it again, word for word. */
class RoundTripTest {
    private static final KnowledgeFiles FILES = new KnowledgeFiles(Samples.LIMITS);

    private static final List<Item> ITEMS =
            List.of(
                    new Item(
                            "kne_a",
                            "PUBLISHED",
                            "zh-CN",
                            "订单",
                            List.of("退款", "a, b"),
                            "退款多久到账？",
                            List.of("钱什么时候退？", "What | about my money"),
                            "三到五个工作日。\n\n- 支付宝：当天\n- 银行卡：*五天*",
                            "channel: 官网\nattribute: level = gold",
                            "2026-01-31T10:00:00Z",
                            "2026-12-31T10:00:00.5Z"),
                    new Item(
                            null,
                            "DRAFT",
                            "en",
                            null,
                            List.of("one, only"),
                            "=HYPERLINK(\"http://evil.example\")",
                            List.of("+1 is a question", "'=already quoted"),
                            """
                            @SUM(A1) & <script>alert(1)</script> --> "quoted"
                            <!-- 0123456789abcdef {"question":"x"} -->
                            ## No heading
                            _x000D_ stays, 😀 too\
                            """,
                            "MEMBERS",
                            null,
                            null),
                    new Item(
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            "-5 degrees?",
                            List.of(),
                            "  indented, and ends with space  ",
                            null,
                            null,
                            null));

    @ParameterizedTest
    @EnumSource(names = "PDF", mode = EnumSource.Mode.EXCLUDE)
    void everythingComesBack(FileFormat format) throws IOException {
        var bytes = written(format, ITEMS);

        assertThat(FILES.kind("export", bytes)).isEqualTo(format);
        assertThat(FILES.read(format, "export", bytes, Map.of()).lines().stream().map(Line::item))
                .containsExactlyElementsOf(ITEMS);
    }

    @Test
    void noCellOfACsvIsAFormula() throws IOException {
        var csv = new String(written(FileFormat.CSV, ITEMS), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\uFEFFentry id,state,")
                .contains("\"'=HYPERLINK(", "'-5 degrees?", "\"'@SUM(A1)", "\"'+1 is")
                .doesNotContain(",=", ",\"=", ",+", ",@", ",\"@", ",-");
    }

    @Test
    void aColumnThatMayMeanAnythingIsNoLimit() {
        var table = "question,answer,From,until,对象,有效期自\na,b,the wiki,page 9,新客户,\n";

        var content =
                FILES.read(
                        FileFormat.CSV,
                        "faq.csv",
                        table.getBytes(StandardCharsets.UTF_8),
                        Map.of());

        assertThat(content.said())
                .containsExactlyInAnyOrder(Column.QUESTION, Column.ANSWER, Column.VALID_FROM);
    }

    private static byte[] written(FileFormat format, List<Item> items) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = FILES.writer(format, out)) {
            for (var item : items) {
                file.write(item);
            }
        }
        return out.toByteArray();
    }
}
