package io.wenda.knowledge.flow;

import io.wenda.knowledge.embedding.NormalText;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the value of a slot in a customer's own words. */
public final class SlotReader {
    private static final int LONGEST = 1_000;

    /** As much may be said beside a value; an ideograph says as much as three letters. */
    private static final int LITTLE = 30;

    private static final int LETTERS_OF_IDEOGRAPH = 3;

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![a-z0-9.])-?(?:\\d{1,3}(?:,\\d{3})++|\\d{1,12})(?:\\.\\d{1,6})?(?![.,]?\\d)"
                            + "|^[零一二两三四五六七八九十百千万亿]++$"
                            + "|(?<![等第零一二两三四五六七八九十百千万亿])[零一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]*+"
                            + "(?=[个件台只条份次位双箱包瓶斤天年岁张本套袋盒支块元])");
    private static final Pattern PLACE_IN_ORDER =
            Pattern.compile("[^\\d一二三四五六七八九十]{0,3}(\\d{1,2}|[一二三四五六七八九十]{1,3})\\D{0,3}");

    /**
     * A value.
     *
     * @param alone whether little is said beside it
     */
    public record Said(String value, boolean alone) {}

    private SlotReader() {}

    /** In the answer to the question for it. */
    public static Optional<Said> asked(Slot slot, String text, LocalDate today) {
        return all(slot, text, today, true).stream().findFirst();
    }

    /** In what was said unasked, where there is exactly one. A number could be anything. */
    public static Optional<String> unasked(Slot slot, String text, LocalDate today) {
        if (slot.kind() == Slot.Kind.NUMBER) {
            return Optional.empty();
        }
        var values = all(slot, text, today, false).stream().map(Said::value).distinct().toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static List<Said> all(Slot slot, String text, LocalDate today, boolean asked) {
        var plain = Normalizer.normalize(beginning(text), Normalizer.Form.NFKC).strip();
        var normal = NormalText.of(plain).value();
        return switch (slot.kind()) {
            case DATE ->
                    Dates.in(normal, today, asked).stream()
                            .map(it -> said(it.day().toString(), normal, it.end() - it.start()))
                            .toList();
            case NUMBER ->
                    NUMBER.matcher(normal)
                            .results()
                            .map(it -> said(number(it.group()), normal, it.group().length()))
                            .toList();
            case CODE ->
                    CodePattern.of(Optional.ofNullable(slot.pattern()).orElseThrow())
                            .in(plain)
                            .stream()
                            .map(it -> said(it.code(), plain, it.end() - it.start()))
                            .toList();
            case CHOICE -> chosen(slot.choices(), normal, asked).stream().toList();
        };
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    private static String number(String written) {
        var digit = Character.isDigit(written.charAt(written.length() - 1));
        return digit ? written.replace(",", "") : Dates.digits(written);
    }

    private static Said said(String value, String text, int length) {
        int ideographs = (int) text.codePoints().filter(Character::isIdeographic).count();
        int weight = text.length() - length + (LETTERS_OF_IDEOGRAPH - 1) * ideographs;
        return new Said(value, weight <= LITTLE);
    }

    private static Optional<Said> chosen(List<String> choices, String text, boolean asked) {
        var read = choices.stream().map(it -> NormalText.of(it).value()).toList();
        if (read.contains(text)) {
            return Optional.of(new Said(choices.get(read.indexOf(text)), true));
        }
        var named =
                IntStream.range(0, choices.size())
                        .filter(i -> asked || isTelling(read.get(i)))
                        .filter(i -> isIn(text, read.get(i)))
                        .filter(i ->
                                read.stream()
                                        .noneMatch(it ->
                                                it.length() > read.get(i).length()
                                                        && it.contains(read.get(i))
                                                        && isIn(text, it)))
                        .boxed()
                        .toList();
        if (named.size() == 1) {
            var choice = named.getFirst();
            return Optional.of(said(choices.get(choice), text, read.get(choice).length()));
        }
        var place = PLACE_IN_ORDER.matcher(text);
        if (asked && named.isEmpty() && place.matches()) {
            int number = Integer.parseInt(number(place.group(1)));
            return number >= 1 && number <= choices.size()
                    ? Optional.of(new Said(choices.get(number - 1), true))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether it is meant wherever it is said: "no" and 是 stand in any sentence. */
    private static boolean isTelling(String choice) {
        long ideographs = choice.codePoints().filter(Character::isIdeographic).count();
        return ideographs >= 2 || choice.length() > LETTERS_OF_IDEOGRAPH;
    }

    private static boolean isIn(String text, String choice) {
        int at = text.indexOf(choice);
        return at >= 0 && ends(text, at - 1) && ends(text, at + choice.length());
    }

    /** Words end at space; ideographs anywhere. */
    private static boolean ends(String text, int at) {
        return at < 0
                || at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || Character.isIdeographic(text.charAt(at));
    }
}
