package io.wenda.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RewordingTest {
    private final Rewording rewording =
            new Rewording(
                    Map.of(
                            "log", "record",
                            "log in", "sign in",
                            "录", "记",
                            "登录", "进入",
                            "登录名", "账户",
                            "手机app", "应用",
                            "🙂", "smile"));

    @Test
    void theLongestWordCounts() {
        assertThat(said("log in to the log")).isEqualTo("sign in to the record");
        assertThat(said("登录名登录录")).isEqualTo("账户进入记");
    }

    @Test
    void aLatinWordIsNoPartOfAnother() {
        assertThat(said("blog login logs log2 log-in")).isEqualTo("blog login logs log2 record-in");
        assertThat(said("用手机app登录")).isEqualTo("用应用进入");
        assertThat(said("手机apps")).isEqualTo("手机apps");
        assertThat(said("下log了")).isEqualTo("下record了");
    }

    @Test
    void whatIsSaidInsteadIsNotReadAgain() {
        assertThat(new Rewording(Map.of("a", "b", "b", "a")).of(NormalText.of("a b a")).value())
                .isEqualTo("b a b");
    }

    @Test
    void aCharacterOutsideTheFirstPlaneIsAWordToo() {
        assertThat(said("ok 🙂🙂 🙃")).isEqualTo("ok smilesmile 🙃");
    }

    @Test
    void withoutAWordOfItsListTheTextIsTheSame() {
        var text = NormalText.of("refund");

        assertThat(rewording.of(text)).isSameAs(text);
        assertThat(new Rewording(Map.of()).of(text)).isSameAs(text);
    }

    private String said(String text) {
        return rewording.of(NormalText.of(text)).value();
    }
}
