package io.wenda.knowledge.answering;

import io.wenda.knowledge.embedding.NormalText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people say without asking anything, in English and Chinese. A message is small talk only
 * where nothing else is in it; of several kinds the first here decides what is replied.
 */
public enum SmallTalk {
    FAREWELL(
            "good ?bye|bye ?bye|bye|see (?:you|ya)(?: later| soon)?|good ?night|farewell"
                    + "|have a (?:nice|good|great|lovely) (?:day|evening|night|weekend|one)"
                    + "|再见|再会|拜拜|拜|回见|回头见|晚安"),
    THANKS(
            "many thanks|thanks|thank (?:you|u)|thx|ty|cheers|much appreciated|i appreciate it"
                    + "|(?:that|this) (?:was |is |s )?help(?:s|ed|ful)|多谢|感谢|谢谢|谢|辛苦"),
    GREETING(
            "hello+|hallo|helo|hi+|hey+|hiya|howdy|greetings"
                    + "|good (?:morning|day|afternoon|evening)|how are you(?: doing)?"
                    + "|nice to meet you|(?:is )?any(?:one|body) (?:there|here)"
                    + "|你们好|大家好|你好|您好|哈喽|哈啰|哈罗|嗨|嘿"
                    + "|早上好|上午好|中午好|下午好|晚上好|早安|午安|(?:有人)?在(?:吗|么|不在)|有人(?:吗|么)"),
    ACKNOWLEDGEMENT(
            "okay|ok|all right|alright|got it|i see|understood|great|perfect|cool|nice|awesome"
                    + "|好滴|好|行|嗯+|收到|明白|知道|了解|懂");

    private static final int LONGEST = 60;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that may stand around it without saying anything else. */
    private static final Pattern AROUND =
            words(
                    "there|again|everyone|everybody|all|so|very|much|a lot|a million|and|then|now|no"
                            + "|for (?:your|the|all your|all the) (?:help|answer|reply|support|time)"
                            + "|for helping|for now|dear|team|sir|madam|bot|today"
                            + "|非常|十分|太|真|很|你们|你|您|大家|客服|亲|不用|不需要|没事|先"
                            + "|的|了|啦|啊|呀|哦|噢|喔|呢|哈|吧|嘛|哟");

    private final Pattern words;

    SmallTalk(String words) {
        this.words = words(words);
    }

    /** The kind of a text; empty where it says anything else. */
    public static Optional<SmallTalk> of(String text) {
        return of(NormalText.of(text));
    }

    static Optional<SmallTalk> of(NormalText text) {
        if (text.value().length() > LONGEST) {
            return Optional.empty();
        }
        var rest = BETWEEN_WORDS.matcher(text.value()).replaceAll(" ");
        var said = Optional.<SmallTalk>empty();
        for (var kind : values()) {
            var matcher = kind.words.matcher(rest);
            if (matcher.find()) {
                said = said.or(() -> Optional.of(kind));
                rest = matcher.replaceAll(" ");
            }
        }
        return AROUND.matcher(rest).replaceAll(" ").isBlank() ? said : Optional.empty();
    }

    /** Latin words whole; between Chinese ones there is nothing. */
    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?:(?<![a-z0-9])|(?=\\p{IsHan}))(?:%s)(?:(?![a-z0-9])|(?<=\\p{IsHan}))"
                        .formatted(alternatives));
    }
}
