package io.wenda.conversation.serving;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes a message that says nothing but that its sender wants a person, in English and
 * Chinese. A person is always within reach: whoever asks for one is not answered from knowledge.
 */
public final class PersonWanted {
    private static final int LONGEST = 80;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{P}\\p{S}\\s]+");

    private static final Set<String> PERSON =
            Set.of("person", "human", "agent", "operator", "representative", "somebody", "someone");

    /** Words that may stand around the person without saying anything else. */
    private static final Set<String> AROUND =
            Set.of(
                    """
                    hi hello hey i id d would like want need wish to can could may let me please \
                    talk speak chat with connect transfer get through a an the your some real live \
                    actual being now instead thanks thank you\
                    """
                            .split(" "));

    private static final Pattern CHINESE =
            Pattern.compile(
                    """
                    (你好|您好)?(我|请|請|帮我|幫我|麻烦|麻煩|可以|能不能|直接|想|要|需要|给我|給我)*
                    (转接|轉接|转到|轉到|转|轉|接|找|联系|聯繫|聯絡|换|換|叫)?(一下|个|個)?
                    (人工|真人|活人)(客服|服务|服務|坐席|座席)?
                    (来|來)?(吧|吗|嗎|呢|谢谢|謝謝)*
                    """,
                    Pattern.COMMENTS);

    private PersonWanted() {}

    /** Whether that is all it says. */
    public static boolean by(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var words = List.of(BETWEEN_WORDS.split(normal.strip()));
        return inEnglish(words) || CHINESE.matcher(String.join("", words)).matches();
    }

    private static boolean inEnglish(List<String> words) {
        return words.stream().filter(PERSON::contains).count() == 1
                && words.stream().allMatch(it -> PERSON.contains(it) || AROUND.contains(it));
    }
}
