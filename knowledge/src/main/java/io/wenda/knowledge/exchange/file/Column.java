package io.wenda.knowledge.exchange.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column of a table of knowledge, with the names that people give it. */
public enum Column {
    ENTRY("entry id", "entry, id, 知识编号, 条目编号, 编号"),
    STATE("state", "status, 状态"),
    LOCALE("locale", "language, lang, 语言"),
    CATEGORY("category", "分类, 类目, 类别"),
    TAGS("tags", "tag, 标签"),
    QUESTION("question", "title, standard question, 问题, 标准问, 标准问题, 标题"),
    SIMILAR_QUESTIONS("similar questions", "similar, 相似问, 相似问题, 相似问法"),
    ANSWER("answer", "content, reply, 答案, 回答, 内容"),
    AUDIENCE("audience", "told to, 告知对象"),
    VALID_FROM("valid from", "生效时间, 有效期自"),
    VALID_UNTIL("valid until", "失效时间, 有效期至");

    /** The header of what we write. */
    static final List<String> HEADER = Stream.of(values()).map(Column::title).toList();

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern BETWEEN_TAGS = Pattern.compile("[,，、;；]");

    private final String title;
    private final String others;

    Column(String title, String others) {
        this.title = title;
        this.others = others;
    }

    /** As we write it. */
    String title() {
        return title;
    }

    /** The column of that name, whatever its case and its space. */
    static Optional<Column> named(String name) {
        var plain =
                name.replaceAll("([a-z])([A-Z])", "$1 $2")
                        .replace('_', ' ')
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(column ->
                        plain.equals(column.title)
                                || List.of(column.others.split(", ")).contains(plain))
                .findFirst();
    }

    /** The item as cells in the order of the columns. */
    static List<String> cells(Item item) {
        return Stream.of(values()).map(column -> column.cell(item)).toList();
    }

    /** What the item has, in the order of the columns. */
    static Map<Column, String> filled(Item item) {
        var filled = new EnumMap<Column, String>(Column.class);
        for (var column : values()) {
            var cell = column.cell(item);
            if (!cell.isEmpty()) {
                filled.put(column, cell);
            }
        }
        return filled;
    }

    /** The item that stands in the cells. */
    static Item item(Map<Column, String> given) {
        var cells = new EnumMap<>(given);
        return new Item(
                value(cells.get(ENTRY)),
                value(cells.get(STATE)),
                value(cells.get(LOCALE)),
                value(cells.get(CATEGORY)),
                tags(cells.getOrDefault(TAGS, "")),
                cells.getOrDefault(QUESTION, ""),
                lines(cells.getOrDefault(SIMILAR_QUESTIONS, "")),
                LINE_END.matcher(cells.getOrDefault(ANSWER, "")).replaceAll("\n"),
                value(cells.get(AUDIENCE)),
                value(cells.get(VALID_FROM)),
                value(cells.get(VALID_UNTIL)));
    }

    private String cell(Item item) {
        return switch (this) {
            case ENTRY -> Objects.requireNonNullElse(item.entry(), "");
            case STATE -> Objects.requireNonNullElse(item.state(), "");
            case LOCALE -> Objects.requireNonNullElse(item.locale(), "");
            case CATEGORY -> Objects.requireNonNullElse(item.category(), "");
            case TAGS -> tagCell(item.tags());
            case QUESTION -> item.question();
            case SIMILAR_QUESTIONS -> String.join("\n", item.similarQuestions());
            case ANSWER -> item.answer();
            case AUDIENCE -> Objects.requireNonNullElse(item.audience(), "");
            case VALID_FROM -> Objects.requireNonNullElse(item.validFrom(), "");
            case VALID_UNTIL -> Objects.requireNonNullElse(item.validUntil(), "");
        };
    }

    /** A line break says that tags stand on lines, so that a lone tag may have a comma. */
    private static String tagCell(List<String> tags) {
        var cell = String.join("\n", tags);
        return tags.size() == 1 && BETWEEN_TAGS.matcher(cell).find() ? cell + "\n" : cell;
    }

    private static List<String> tags(String cell) {
        var between = LINE_END.matcher(cell).find() ? LINE_END : BETWEEN_TAGS;
        return parts(between, cell);
    }

    private static List<String> lines(String cell) {
        return parts(LINE_END, cell);
    }

    private static List<String> parts(Pattern between, String cell) {
        return Arrays.stream(between.split(cell)).filter(part -> !part.isBlank()).toList();
    }

    private static @Nullable String value(@Nullable String cell) {
        return cell == null || cell.isBlank() ? null : cell.strip();
    }
}
