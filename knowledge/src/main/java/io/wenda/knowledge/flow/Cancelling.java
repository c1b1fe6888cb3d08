package io.wenda.knowledge.flow;

import io.wenda.knowledge.embedding.NormalText;
import java.util.Set;

/** Recognizes a message that says nothing but that its sender wants no more of a flow. */
public final class Cancelling {
    private static final Set<String> WORDS =
            Set.of(
                    "取消",
                    "取消吧",
                    "算了",
                    "算了吧",
                    "不用了",
                    "不要了",
                    "不需要了",
                    "不查了",
                    "不弄了",
                    "退出",
                    "停止",
                    "cancel",
                    "cancel it",
                    "cancel that",
                    "cancel this",
                    "please cancel",
                    "never mind",
                    "nevermind",
                    "forget it",
                    "forget about it",
                    "stop",
                    "quit",
                    "exit",
                    "no thanks",
                    "no, thanks",
                    "no thank you");

    private Cancelling() {}

    /** Whether that is all it says. */
    public static boolean by(String text) {
        return WORDS.contains(NormalText.of(text).value());
    }
}
