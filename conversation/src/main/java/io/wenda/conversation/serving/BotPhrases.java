package io.wenda.conversation.serving;

import io.wenda.conversation.HandoverReason;
import io.wenda.knowledge.answering.SmallTalk;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The few things that the bot says by itself, in the contact's language. */
enum BotPhrases {
    ENGLISH(
            "Did you mean one of these?",
            "I did not find an answer to that. ",
            "I cannot answer right now. ",
            "A person will be with you.",
            "I have passed it on. ",
            back("'Our team is back on' EEEE, d MMMM 'at' HH:mm '('O').'", Locale.ENGLISH),
            "Hello! What can I help you with?",
            "You are welcome. If there is anything else, just ask.",
            "Goodbye, and thank you for writing.",
            "All right. If there is anything else, just ask."),
    SIMPLIFIED(
            "您想问的是以下哪一个？",
            "我没有找到这个问题的答案，",
            "我暂时无法回答，",
            "正在为您转接人工客服。",
            "已为您转给人工客服。",
            back("人工客服将于M月d日EEEE HH:mm（O）回来。", Locale.SIMPLIFIED_CHINESE),
            "您好！请问有什么可以帮您？",
            "不客气。如果还有其他问题，请随时告诉我。",
            "再见，感谢您的咨询。",
            "好的。如果还有其他问题，请随时告诉我。"),
    TRADITIONAL(
            "您想問的是以下哪一個？",
            "我沒有找到這個問題的答案，",
            "我暫時無法回答，",
            "正在為您轉接人工客服。",
            "已為您轉給人工客服。",
            back("人工客服將於M月d日EEEE HH:mm（O）回來。", Locale.TRADITIONAL_CHINESE),
            "您好！請問有什麼可以幫您？",
            "不客氣。如果還有其他問題，請隨時告訴我。",
            "再見，感謝您的諮詢。",
            "好的。如果還有其他問題，請隨時告訴我。");

    /** Languages that are written with Chinese characters too. */
    private static final Set<String> OTHER_HAN = Set.of("ja", "ko");

    private final String didYouMean;
    private final String noAnswer;
    private final String unavailable;
    private final String comes;
    private final String passedOn;
    private final DateTimeFormatter back;
    private final String hello;
    private final String welcome;
    private final String goodbye;
    private final String allRight;

    BotPhrases(
            String didYouMean,
            String noAnswer,
            String unavailable,
            String comes,
            String passedOn,
            DateTimeFormatter back,
            String hello,
            String welcome,
            String goodbye,
            String allRight) {
        this.didYouMean = didYouMean;
        this.noAnswer = noAnswer;
        this.unavailable = unavailable;
        this.comes = comes;
        this.passedOn = passedOn;
        this.back = back;
        this.hello = hello;
        this.welcome = welcome;
        this.goodbye = goodbye;
        this.allRight = allRight;
    }

    /** For a BCP 47 language; English where there is none of hers. */
    static BotPhrases in(String language) {
        var locale = Locale.forLanguageTag(language);
        if (!locale.getLanguage().equals("zh")) {
            return ENGLISH;
        }
        var traditional =
                locale.getScript().equals("Hant")
                        || locale.getCountry().equals("TW")
                        || locale.getCountry().equals("HK")
                        || locale.getCountry().equals("MO");
        return traditional ? TRADITIONAL : SIMPLIFIED;
    }

    /** In the language of her question where that is Chinese and she speaks no language of ours. */
    static BotPhrases in(String language, String question) {
        var hers = in(language);
        return hers == ENGLISH
                        && !OTHER_HAN.contains(Locale.forLanguageTag(language).getLanguage())
                        && question.codePoints().anyMatch(Character::isIdeographic)
                ? SIMPLIFIED
                : hers;
    }

    private static DateTimeFormatter back(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    /** When people come back, by their clocks. */
    String backAt(ZonedDateTime time) {
        return back.format(time);
    }

    /** The reply in kind. */
    String to(SmallTalk said) {
        return switch (said) {
            case GREETING -> hello;
            case THANKS -> welcome;
            case FAREWELL -> goodbye;
            case ACKNOWLEDGEMENT -> allRight;
        };
    }

    String didYouMean() {
        return didYouMean;
    }

    /** That a person comes; or, while nobody is there, when. */
    String handingOver(HandoverReason reason, Optional<ZonedDateTime> back) {
        return why(reason) + back.map(time -> passedOn + backAt(time)).orElse(comes);
    }

    private String why(HandoverReason reason) {
        return switch (reason) {
            case NO_ANSWER, NO_BOT -> noAnswer;
            case ASKED_FOR, INTENT -> "";
            case BOT_UNAVAILABLE -> unavailable;
        };
    }
}
