package io.wenda.tenant.company;

import io.wenda.tenant.Refusal;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks of what people type into the settings of a company and its members. */
final class CompanyFields {
    private static final int LONGEST_ADDRESS = 254;

    /** What mail servers accept in practice; whether the address exists, only a mail can tell. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private CompanyFields() {}

    static String address(String value) {
        var address = value.strip();
        if (address.length() > LONGEST_ADDRESS
                || address.indexOf('@') > 64
                || !ADDRESS.matcher(address).matches()) {
            throw new Refusal.Invalid(
                    "must be an e-mail address such as anna@shop.example", "email");
        }
        return address;
    }

    /** Two spellings of one address have one key. */
    static String addressKey(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    static String locale(String value) {
        try {
            var locale = new Locale.Builder().setLanguageTag(value).build();
            if (LANGUAGES.contains(locale.getLanguage())) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException _) {
            // refused below, like a language that nobody speaks
        }
        throw new Refusal.Invalid("must be a language tag such as en or zh-CN", "locale");
    }

    static ZoneId timeZone(String value) {
        if (!TimeZones.all().contains(value)) {
            throw new Refusal.Invalid("must be a time zone such as Asia/Shanghai", "timeZone");
        }
        return ZoneId.of(value);
    }
}
