package io.wenda.tenant.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes personal data out of what people wrote, before it goes to a log, to an outside service or
 * into statistics: e-mail addresses, Chinese identity cards, bank cards and telephone numbers. What
 * is called an order or tracking number stays, and so do numbers whose check digit is wrong.
 */
public final class Masking {
    private static final String D = "[0-9\uFF10-\uFF19]";

    /** No part of a longer number, of a word, or of an article number such as A-123. */
    private static final String BEGIN = "(?<![A-Za-z0-9\uFF10-\uFF19_#.])(?<![A-Za-z0-9]-)";

    private static final String END = "(?![A-Za-z0-9\uFF10-\uFF19_]|[-.][0-9\uFF10-\uFF19])";

    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?<![\\w.+-])[\\w.+-]{1,64}[@\uFF20](?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])");
    private static final Pattern IDENTITY =
            Pattern.compile(
                    BEGIN.replace(".", "")
                            + D
                            + "{6}[ -]?"
                            + D
                            + "{8}[ -]?"
                            + D
                            + "{3}(?:"
                            + D
                            + "|[Xx])"
                            + END);
    private static final Pattern CARD =
            Pattern.compile(BEGIN + D + "(?:[ -]?" + D + "){12,18}" + END);
    private static final Pattern PHONE =
            Pattern.compile(
                    BEGIN
                            + "(?:"
                            + String.join(
                                    "|",
                                    // mobile of China, grouped or not
                                    "(?:(?:[+\uFF0B]|00|\uFF10\uFF10)?[8\uFF18][6\uFF16][ -]?)?[1\uFF11][3-9\uFF13-\uFF19]"
                                            + D
                                            + "[ -]?"
                                            + D
                                            + "{4}[ -]?"
                                            + D
                                            + "{4}",
                                    // landline of China
                                    "0[0-9]{2,3}[ -][0-9]{7,8}",
                                    // international
                                    "(?:[+\uFF0B]|00(?=[1-9][0-9]{0,2}[ -]))[1-9][0-9]{0,2}(?:[ .-]?\\(?[0-9]{1,5}\\)?){2,6}",
                                    // North America
                                    "\\([2-9][0-9]{2}\\) ?[0-9]{3}[ .-][0-9]{4}",
                                    "[2-9][0-9]{2}([.-])[2-9][0-9]{2}\\1[0-9]{4}")
                            + ")"
                            + END);
    private static final Pattern CALLED_ORDER =
            Pattern.compile(
                    "(?i)(?:订单|訂單|单号|單號|运单|工单|流水号|编号|order|tracking|parcel|ticket|invoice)"
                            + "[^0-9\uFF10-\uFF19\\n,，。;；]{0,12}$");
    private static final int BEFORE = 30;
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final Pattern PROVINCE =
            Pattern.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91");

    /** Issuers, by first digits and length. */
    private static final Pattern ISSUED =
            Pattern.compile(
                    "62[0-9]{14,17}|4[0-9]{15}|5[1-5][0-9]{14}|2(?:2[2-9]|[3-6][0-9]|7[01])[0-9]{13}"
                            + "|3[47][0-9]{13}|35[2-8][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}"
                            + "|6(?:011|4[4-9][0-9]|5[0-9]{2})[0-9]{12}|9558[0-9]{12,15}");

    /** A mask, but not the words of a link in Markdown. */
    private static final Pattern MASK = Pattern.compile("\\[(?:email|id|card|phone)](?!\\()");

    private Masking() {}

    /** The text with [email], [id], [card] or [phone] for each. */
    public static String mask(String text) {
        var masked = replace(text, EMAIL, "[email]", _ -> true);
        masked = replace(masked, IDENTITY, "[id]", Masking::isIdentity);
        masked = replaceUnlessOrder(masked, CARD, "[card]", Masking::isCard);
        return replaceUnlessOrder(masked, PHONE, "[phone]", Masking::isPhone);
    }

    /** The masks that the texts hold, each once, in their order. */
    public static List<String> masksIn(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> MASK.matcher(text).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static String replace(
            String text, Pattern pattern, String mask, Predicate<String> real) {
        return pattern.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                real.test(digits(found.group())) ? mask : found.group()));
    }

    private static String replaceUnlessOrder(
            String text, Pattern pattern, String mask, Predicate<String> real) {
        return pattern.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                real.test(digits(found.group())) && !isCalledOrder(text, found)
                                        ? mask
                                        : found.group()));
    }

    private static boolean isCalledOrder(String text, MatchResult found) {
        var before = text.substring(Math.max(0, found.start() - BEFORE), found.start());
        return CALLED_ORDER.matcher(before).find();
    }

    private static boolean isIdentity(String digits) {
        if (!PROVINCE.matcher(digits.substring(0, 2)).matches() || !isDate(digits)) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECK.charAt(sum % CHECK.length()) == digits.charAt(WEIGHTS.length);
    }

    private static boolean isDate(String digits) {
        try {
            var born =
                    LocalDate.of(
                            Integer.parseInt(digits.substring(6, 10)),
                            Integer.parseInt(digits.substring(10, 12)),
                            Integer.parseInt(digits.substring(12, 14)));
            return born.getYear() >= 1900 && born.getYear() < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Known issuer, and Luhn's check digit. */
    private static boolean isCard(String digits) {
        if (!ISSUED.matcher(digits).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static boolean isPhone(String digits) {
        return digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS;
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (Character.isDigit(c)) {
                        digits.append(Character.digit(c, 10));
                    } else if (c == 'x' || c == 'X') {
                        digits.append('X');
                    }
                });
        return digits.toString();
    }
}
