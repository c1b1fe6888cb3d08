package io.wenda.knowledge.gap;

import io.wenda.knowledge.embedding.NormalText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the answer among what an agent wrote: neither greeting nor question of her own. */
final class AgentReply {
    private static final Pattern COURTESY =
            Pattern.compile(
                    "(?i)您好|你好|早上好|下午好|晚上好|在的|亲+|很高兴为(您|你)服务|我是[^，。,.!！]{0,20}(客服|坐席)?[^，。,.!！]{0,10}"
                            + "|(请|請)?稍(等|候)(一下|片刻)?|(感谢|谢谢)(您|你)?的?(等待|耐心|咨询|来访|联系)?|不好意思|抱歉"
                            + "|(我|这边)?(帮|为)(您|你)(查|看|核实|处理)一下"
                            + "|\\b(hi|hello|hey|good (morning|afternoon|evening)|dear [a-z]+|welcome)\\b( there)?"
                            + "|\\b(thank you|thanks)( for [a-z ]+)?\\b|\\b(i am|i'm|my name is|this is) [a-z]+\\b"
                            + "|\\b(one|just a) (moment|minute|second)( please)?\\b|\\bplease (wait|hold on)\\b"
                            + "|\\b(i am |i'm )?happy to help( you)?\\b|\\blet me (check|look|see)[a-z ]*\\b|\\bsorry\\b");
    private static final Pattern ASKS = Pattern.compile("[?？]\\s*$|(吗|呢|嗎)[\\p{P}\\s]*$");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\s]+");
    private static final int FEWEST_CHARACTERS = 6;
    private static final int FEWEST_LETTERS = 16;

    private AgentReply() {}

    /** The first of the messages that answers something, as it was written. */
    static Optional<String> answerAmong(List<String> messages) {
        return messages.stream().filter(AgentReply::isSubstantial).findFirst();
    }

    private static boolean isSubstantial(String message) {
        if (ASKS.matcher(message.strip()).find()) {
            return false;
        }
        var rest = MARKS.matcher(COURTESY.matcher(message).replaceAll(" ")).replaceAll("");
        return switch (NormalText.of(message).language()) {
            case CHINESE -> rest.length() >= FEWEST_CHARACTERS;
            case ENGLISH -> rest.length() >= FEWEST_LETTERS;
        };
    }
}
