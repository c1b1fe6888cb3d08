package io.wenda.knowledge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.flow.Slot.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotReaderTest {
    /** A Sunday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static final Words PROMPT = new Words("？", null);
    private static final Slot DATE = slot(Kind.DATE);
    private static final Slot NUMBER = slot(Kind.NUMBER);
    private static final Slot CODE =
            new Slot("order", Kind.CODE, "^[A-Z]{2}\\d{6}$", List.of(), PROMPT);
    private static final Slot CHOICE =
            new Slot("colour", Kind.CHOICE, null, List.of("红色", "深红色", "Light blue", "退貨"), PROMPT);

    @ParameterizedTest
    @CsvSource({
        "11月30日,2026-11-30",
        "１１月３０号,2026-11-30",
        "十一月三十日下的单,2026-11-30",
        "2026年3月5日,2026-03-05",
        "2026-11-30,2026-11-30",
        "2026/3/5 买的,2026-03-05",
        "20261130,2026-11-30",
        "昨天,2026-11-28",
        "大前天,2026-11-26",
        "後天,2026-12-01",
        "3天前,2026-11-26",
        "两天前,2026-11-27",
        "上周五,2026-11-20",
        "上个周五,2026-11-20",
        "上上周五,2026-11-13",
        "下下周三,2026-12-09",
        "25号,2026-11-25",
        "十八号买的,2026-11-18",
        "18日,2026-11-18",
        "12月31日,2026-12-31",
        "Nov 30,2026-11-30",
        "November 30th 2025,2025-11-30",
        "30 Nov. 2025,2025-11-30",
        "the day before yesterday,2026-11-27",
        "2 days ago,2026-11-27",
        "last Friday,2026-11-27",
        "30/11/2026,2026-11-30",
        "11/30,2026-11-30"
    })
    void readsDays(String said, String day) {
        assertThat(SlotReader.asked(DATE, said, TODAY).map(SlotReader.Said::value)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5/6",
                "05/06/2026",
                "2026-02-30",
                "13月5日",
                "maybe",
                "",
                "😀",
                "31/4",
                "每周一",
                "每个周一",
                "上上上周五",
                "中山路18号",
                "中山路 18号",
                "5号线",
                "3 号楼",
                "第二号店",
                "7日内",
                "maybe 3 days",
                "return 2 novels",
                "2 marbles",
                "3 decks"
            })
    void readsNoDayWhereThereIsNoneOrTwo(String said) {
        assertThat(SlotReader.asked(DATE, said, TODAY)).isEmpty();
    }

    @Test
    void takesTheNumberOfAHouseForNoDayUnasked() {
        assertThat(SlotReader.unasked(DATE, "我要退货，地址中山路18号", TODAY)).isEmpty();
        assertThat(SlotReader.unasked(DATE, "我要退货，18号", TODAY)).isEmpty();
        assertThat(SlotReader.unasked(DATE, "我要退货，11月18号买的", TODAY)).contains("2026-11-18");
        assertThat(SlotReader.unasked(DATE, "我要退货，18日买的", TODAY)).contains("2026-11-18");
    }

    @ParameterizedTest
    @CsvSource({
        "３,3",
        "两个,2",
        "十二,12",
        "'1,200.50 元',1200.50",
        "-5,-5",
        "3个 please,3",
        "我要三个,3",
        "两百块,200"
    })
    void readsNumbers(String said, String number) {
        assertThat(SlotReader.asked(NUMBER, said, TODAY).map(SlotReader.Said::value))
                .contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A123", "none", "1.2.3.4", "等一下", "一共多少钱", "万一坏了呢", "千万别寄", "一般吧", "第三个"})
    void readsNoNumberInsideOfAWord(String said) {
        assertThat(SlotReader.asked(NUMBER, said, TODAY)).isEmpty();
    }

    @Test
    void readsCodesThatAreWholeWords() {
        assertThat(SlotReader.unasked(CODE, "订单ＡＢ１２３４５６到哪了", TODAY)).contains("AB123456");
        assertThat(SlotReader.unasked(CODE, "ab123456.", TODAY)).contains("ab123456");
        assertThat(SlotReader.unasked(CODE, "AB1234567", TODAY)).isEmpty();
        assertThat(SlotReader.unasked(CODE, "XAB123456", TODAY)).isEmpty();
        assertThat(SlotReader.unasked(CODE, "AB123456 or AB123457", TODAY)).isEmpty();
    }

    @Test
    void readsChoicesByNameAndByPlace() {
        assertThat(chosen("红色")).isEqualTo("红色");
        assertThat(chosen("深红色的")).isEqualTo("深红色");
        assertThat(chosen("LIGHT BLUE please")).isEqualTo("Light blue");
        assertThat(chosen("退货")).isEqualTo("退貨");
        assertThat(chosen("2")).isEqualTo("深红色");
        assertThat(chosen("第三个")).isEqualTo("Light blue");
        assertThat(chosen("9")).isEqualTo("none");
        assertThat(chosen("红色或Light blue")).isEqualTo("none");
        assertThat(SlotReader.unasked(CHOICE, "2", TODAY)).isEmpty();
        assertThat(SlotReader.unasked(CHOICE, "我要换红色", TODAY)).contains("红色");
    }

    @Test
    void takesAShortChoiceUnaskedOnlyWhereNothingElseIsSaid() {
        var sure = new Slot("sure", Kind.CHOICE, null, List.of("是", "否", "No"), PROMPT);

        assertThat(SlotReader.unasked(sure, "我的订单是昨天买的", TODAY)).isEmpty();
        assertThat(SlotReader.unasked(sure, "no one answered", TODAY)).isEmpty();
        assertThat(SlotReader.unasked(sure, "是", TODAY)).contains("是");
        assertThat(SlotReader.asked(sure, "是的", TODAY).map(SlotReader.Said::value)).contains("是");
    }

    @Test
    void tellsWhetherMuchElseIsSaid() {
        assertThat(SlotReader.asked(DATE, "昨天买的", TODAY).orElseThrow().alone()).isTrue();
        assertThat(
                        SlotReader.asked(DATE, "我昨天打电话问过你们，为什么到现在还没有人给我回复呢", TODAY)
                                .orElseThrow()
                                .alone())
                .isFalse();
    }

    @Test
    @Timeout(10)
    void aPatternThatNeverEndsElsewhereTakesNoTime() {
        var slow = new Slot("x", Kind.CODE, "(a+)+b", List.of(), PROMPT);
        var start = System.nanoTime();

        assertThat(SlotReader.unasked(slow, "a".repeat(20_000), TODAY)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static String chosen(String said) {
        return SlotReader.asked(CHOICE, said, TODAY).map(SlotReader.Said::value).orElse("none");
    }

    private static Slot slot(Kind kind) {
        return new Slot("x", kind, null, List.of(), PROMPT);
    }
}
