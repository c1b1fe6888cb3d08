package io.wenda.knowledge.flow;

import static java.time.temporal.ChronoUnit.DAYS;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days in a normal text, as people write them in Chinese and English. What may be two days (5/6) is
 * none: she is asked.
 */
final class Dates {
    private static final String MONTHS =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private static final int ABBREVIATED = 3;
    private static final List<String> ABBREVIATIONS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final String WEEKDAYS =
            "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final Pattern NUMERAL = Pattern.compile("[〇零一二两三四五六七八九十]{1,4}(?=[月日号]|天[前后])");
    private static final Map<String, Integer> DAYS_AWAY =
            Map.ofEntries(
                    Map.entry("大前天", -3),
                    Map.entry("前天", -2),
                    Map.entry("day before yesterday", -2),
                    Map.entry("昨天", -1),
                    Map.entry("昨日", -1),
                    Map.entry("昨晚", -1),
                    Map.entry("yesterday", -1),
                    Map.entry("今天", 0),
                    Map.entry("今日", 0),
                    Map.entry("today", 0),
                    Map.entry("明天", 1),
                    Map.entry("明日", 1),
                    Map.entry("tomorrow", 1),
                    Map.entry("后天", 2),
                    Map.entry("day after tomorrow", 2),
                    Map.entry("大后天", 3));

    private static final Map<String, Integer> WEEKS_AWAY =
            Map.of("上上", -2, "上", -1, "下", 1, "下下", 2);

    /** How a day is written; null is a day that does not exist. */
    private record Form(
            Pattern pattern, BiFunction<MatchResult, LocalDate, @Nullable LocalDate> day) {
        static Form of(
                String pattern, BiFunction<MatchResult, LocalDate, @Nullable LocalDate> day) {
            return new Form(Pattern.compile(pattern), day);
        }
    }

    /** A day, and where it stands. */
    record At(LocalDate day, int start, int end) {}

    private static final List<Form> FORMS =
            List.of(
                    Form.of(
                            "(?<!\\d)(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2})(?: ?[日号])?(?!\\d)",
                            (it, _) -> day(number(it, 1), number(it, 2), number(it, 3))),
                    Form.of(
                            "(?<!\\d)(20\\d{2})(\\d{2})(\\d{2})(?!\\d)",
                            (it, _) -> day(number(it, 1), number(it, 2), number(it, 3))),
                    Form.of(
                            "(?<!\\d)(\\d{1,2}) ?月 ?(\\d{1,2})(?: ?[日号])?(?!\\d)",
                            (it, today) -> nearest(number(it, 1), number(it, 2), today)),
                    Form.of(
                            "(?<![\\d.])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?!\\d)",
                            (it, _) ->
                                    certain(number(it, 1), number(it, 3))
                                            ? day(
                                                    number(it, 4),
                                                    month(number(it, 1), number(it, 3)),
                                                    Math.max(number(it, 1), number(it, 3)))
                                            : null),
                    Form.of(
                            "(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?![\\d/])",
                            (it, today) ->
                                    certain(number(it, 1), number(it, 2))
                                            ? nearest(
                                                    month(number(it, 1), number(it, 2)),
                                                    Math.max(number(it, 1), number(it, 2)),
                                                    today)
                                            : null),
                    Form.of(
                            "\\b(%s)\\b\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?"
                                    .formatted(MONTHS),
                            (it, today) -> english(it.group(1), it.group(2), it.group(3), today)),
                    Form.of(
                            "\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(%s)\\b(?:[.,]{0,2} (\\d{4})\\b)?"
                                    .formatted(MONTHS),
                            (it, today) -> english(it.group(2), it.group(1), it.group(3), today)),
                    Form.of(
                            "(?<!\\d)(\\d{1,3}) ?(?:天前|days? ago\\b)",
                            (it, today) -> today.minusDays(number(it, 1))),
                    Form.of(
                            "(?<!\\d)(\\d{1,3}) ?天后|\\bin (\\d{1,3}) days?\\b",
                            (it, today) -> today.plusDays(number(it, it.group(1) == null ? 2 : 1))),
                    Form.of(
                            "(?<![上下每逢隔个])(上上|上|这|本|下|下下)?个?(?:周|星期|礼拜)([一二三四五六日天])",
                            (it, today) -> weekday(it.group(1), it.group(2), today)),
                    Form.of(
                            "\\b(last|next) (%s)\\b".formatted(WEEKDAYS),
                            (it, today) -> {
                                var day = DayOfWeek.valueOf(it.group(2).toUpperCase(Locale.ROOT));
                                return today.with(
                                        it.group(1).equals("last")
                                                ? TemporalAdjusters.previous(day)
                                                : TemporalAdjusters.next(day));
                            }),
                    Form.of(
                            "大前天|大后天|前天|昨[天日晚]|今[天日]|明[天日]|后天"
                                    + "|\\b(?:day before yesterday|day after tomorrow|yesterday|today|tomorrow)\\b",
                            (it, today) -> today.plusDays(DAYS_AWAY.getOrDefault(it.group(), 0))),
                    Form.of("(?<![\\d月])(\\d{1,2})日(?![\\d内以之])", Dates::nearestOfMonth));

    /** 18号 may be a house in a street, a shop or a line as well. */
    private static final Form ASKED =
            Form.of(
                    "(?<![\\d月]|[路街道弄巷区村第] ?)(\\d{1,2})号(?![\\d楼线店院室门栋幢座房馆桌柜机码])",
                    Dates::nearestOfMonth);

    private Dates() {}

    /**
     * All of them, in the order of the forms.
     *
     * @param asked whether she was asked for a day
     */
    static List<At> in(String normal, LocalDate today, boolean asked) {
        var text = new StringBuilder(NUMERAL.matcher(normal).replaceAll(it -> digits(it.group())));
        var forms = asked ? Stream.concat(FORMS.stream(), Stream.of(ASKED)) : FORMS.stream();
        var found = new ArrayList<At>();
        for (var form : forms.toList()) {
            for (var match : form.pattern().matcher(text.toString()).results().toList()) {
                var day = form.day().apply(match, today);
                if (day != null) {
                    found.add(new At(day, match.start(), match.end()));
                }
                text.replace(match.start(), match.end(), " ".repeat(match.group().length()));
            }
        }
        return found;
    }

    /** Numerals in digits; zero where they are none. */
    static String digits(String numerals) {
        try {
            var spelled = new RuleBasedNumberFormat(Locale.CHINESE, RuleBasedNumberFormat.SPELLOUT);
            return spelled.parse(numerals.replace('两', '二')).toString();
        } catch (ParseException e) {
            return "0";
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** Whether a day and a month, in either order, are one day of the year. */
    private static boolean certain(int one, int other) {
        return one == other || (one > 12) != (other > 12);
    }

    private static int month(int one, int other) {
        return Math.min(one, other);
    }

    private static @Nullable LocalDate nearest(int month, int day, LocalDate today) {
        return nearest(Stream.of(-1, 0, 1).map(it -> day(today.getYear() + it, month, day)), today);
    }

    private static @Nullable LocalDate nearestOfMonth(MatchResult match, LocalDate today) {
        int day = number(match, 1);
        return nearest(
                Stream.of(-1, 0, 1)
                        .map(today::plusMonths)
                        .map(it -> day(it.getYear(), it.getMonthValue(), day)),
                today);
    }

    private static @Nullable LocalDate nearest(Stream<@Nullable LocalDate> days, LocalDate today) {
        LocalDate best = null;
        for (var day : days.toList()) {
            if (day != null && (best == null || away(day, today) < away(best, today))) {
                best = day;
            }
        }
        return best;
    }

    private static long away(LocalDate day, LocalDate today) {
        return Math.abs(DAYS.between(day, today));
    }

    private static @Nullable LocalDate english(
            String month, String day, @Nullable String year, LocalDate today) {
        int number = ABBREVIATIONS.indexOf(month.substring(0, ABBREVIATED)) + 1;
        return year == null
                ? nearest(number, Integer.parseInt(day), today)
                : day(Integer.parseInt(year), number, Integer.parseInt(day));
    }

    private static LocalDate weekday(@Nullable String week, String day, LocalDate today) {
        int number = day.equals("天") ? 7 : "一二三四五六日".indexOf(day) + 1;
        int weeks = week == null ? 0 : WEEKS_AWAY.getOrDefault(week, 0);
        return today.plusWeeks(weeks).with(DayOfWeek.of(number));
    }
}
