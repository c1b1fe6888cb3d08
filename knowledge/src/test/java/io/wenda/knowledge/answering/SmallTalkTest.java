package io.wenda.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | GREETING",
                "HELLO!!! 👋 | GREETING",
                "Ｈｉ there | GREETING",
                "good morning, dear team | GREETING",
                "is anybody there? | GREETING",
                "你好 | GREETING",
                "您好～😊 | GREETING",
                "hello你好 | GREETING",
                "在嗎？ | GREETING",
                "客服你好 | GREETING",
                "thanks | THANKS",
                "Thank you very much for your help! | THANKS",
                "no, thanks :) | THANKS",
                "hi, thanks | THANKS",
                "谢谢 | THANKS",
                "非常感謝您！ | THANKS",
                "好的，谢谢啦 | THANKS",
                "that's helpful | THANKS",
                "bye | FAREWELL",
                "ok thank you, good-bye | FAREWELL",
                "谢谢，再见 | FAREWELL",
                "OK | ACKNOWLEDGEMENT",
                "知道了 | ACKNOWLEDGEMENT"
            })
    void isToldByItsWords(String text, SmallTalk kind) {
        assertThat(SmallTalk.of(text)).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "👋",
                "hello, how do I return?",
                "你好，怎么退货",
                "谢谢卡怎么用",
                "不好",
                "不知道",
                "太麻烦了",
                "no",
                "客服",
                "agent please",
                "你好了吗",
                "not great",
                "high tea",
                "where is Chihiro",
                "thanks for nothing",
                "thank you card",
                "hello hello hello hello hello hello hello hello hello hello hello hello hello"
            })
    void nothingElseIs(String text) {
        assertThat(SmallTalk.of(text)).isEmpty();
    }
}
