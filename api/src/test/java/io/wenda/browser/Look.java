package io.wenda.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** What somebody looks at: her language, the size of her screen, light or dark. */
record Look(String locale, boolean phone, ColorScheme scheme) {
    private static final String TIME_ZONE = "Asia/Shanghai";

    /** 1280 x 800, light; the language is en or zh-CN. */
    static Look desktop(String locale) {
        return new Look(locale, false, ColorScheme.LIGHT);
    }

    /** 390 x 844 with touch, light; the language is en or zh-CN. */
    static Look phone(String locale) {
        return new Look(locale, true, ColorScheme.LIGHT);
    }

    Look dark() {
        return new Look(locale, phone, ColorScheme.DARK);
    }

    boolean isChinese() {
        return locale.startsWith("zh");
    }

    /** The one of the two that is in her language. */
    String say(String english, String chinese) {
        return isChinese() ? chinese : english;
    }

    Browser.NewContextOptions context() {
        var context =
                new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId(TIME_ZONE)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE);
        return phone
                ? context.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true)
                : context.setViewportSize(1280, 800);
    }

    @Override
    public String toString() {
        return locale
                + (phone ? "-phone" : "-desktop")
                + (scheme == ColorScheme.DARK ? "-dark" : "-light");
    }
}
