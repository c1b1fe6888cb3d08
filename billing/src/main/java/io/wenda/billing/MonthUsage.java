package io.wenda.billing;

import java.time.YearMonth;

/** What a company used in a calendar month of UTC; every one of the counted has its line. */
public record MonthUsage(YearMonth month, long conversations, long botAnswers) {}
