package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonWantedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I would like to talk to a person.",
                "I'd like to speak with a real human, please!",
                "can I talk to someone",
                "human",
                "Agent please",
                "Connect me to an agent",
                "let me speak to somebody",
                "I want a human",
                "我想转人工客服。",
                "转人工",
                "人工",
                "请帮我转接人工客服，谢谢",
                "我要找真人客服",
                "轉人工客服",
                "能不能转人工？"
            })
    void whoeverAsksForAPersonIsUnderstood(String text) {
        assertThat(PersonWanted.by(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "please",
                "hello",
                "Can a person be added to my account?",
                "Which agent delivers my parcel?",
                "I want a refund",
                "talk to me",
                "is this a human?",
                "人工费多少钱？",
                "你们的人工智能是什么",
                "客服几点上班？",
                "转账没收到",
                "人工服务时间是几点到几点？"
            })
    void whatIsAQuestionStaysOne(String text) {
        assertThat(PersonWanted.by(text)).isFalse();
    }
}
