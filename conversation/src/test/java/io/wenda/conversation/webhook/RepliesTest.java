package io.wenda.conversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RepliesTest {
    private final Replies replies = new Replies(JsonMapper.builder().build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "null",
                "\"answer\"",
                "{}",
                "{} {\"answer\": \"x\"}",
                "{\"answer\": \"\"}",
                "{\"answer\": null}",
                "{\"answer\": 5}",
                "{\"answer\": {\"text\": \"x\"}}",
                "{\"answer\": \"<script>x</script>\"}",
                "{\"answer\": \"a\", \"handover\": true}",
                "{\"answer\": \"a\", \"confidence\": 2}",
                "{\"answer\": \"a\", \"confidence\": -0.1}",
                "{\"answer\": \"a\", \"confidence\": \"high\"}",
                "{\"answer\": \"half \\ud83d\"}",
                "{\"answer\": \"nul \\u0000\"}",
                "{\"choices\": []}",
                "{\"choices\": \"one\"}",
                "{\"choices\": [1]}",
                "{\"choices\": [\" \"]}",
                "{\"choices\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]}",
                "{\"choices\": [\"two\\nlines\"]}",
                "{\"choices\": [\"one\"], \"text\": 1}",
                "{\"handover\": false}",
                "{\"handover\": \"yes\"}"
            })
    void whatIsNotAgreedIsNoReply(String body) {
        assertThat(replies.read(body)).isEqualTo(new Heard.Nothing(Heard.Failure.BAD_REPLY));
    }

    @Test
    void whatIsTooLongOrTooDeepIsNoReply() {
        var bad = new Heard.Nothing(Heard.Failure.BAD_REPLY);

        assertThat(replies.read("{\"answer\": \"" + "x".repeat(8_001) + "\"}")).isEqualTo(bad);
        assertThat(replies.read("{\"choices\": [\"" + "x".repeat(201) + "\"]}")).isEqualTo(bad);
        assertThat(replies.read("[".repeat(30_000))).isEqualTo(bad);
    }

    @Test
    void eachShapeIsRead() {
        assertThat(
                        replies.read(
                                "{\"answer\": \"**Yes** <b>and</b> [no](javascript:x)\", \"x\": 1}"))
                .isInstanceOfSatisfying(
                        Heard.Answer.class,
                        it -> {
                            assertThat(it.text())
                                    .startsWith("**Yes**")
                                    .doesNotContain("javascript");
                            assertThat(it.confidence()).isEqualTo(1);
                        });
        assertThat(replies.read("{\"choices\": [\"a\", \"b\", \"a\"], \"confidence\": 0.4}"))
                .isEqualTo(new Heard.Choices(null, List.of("a", "b"), 0.4));
        assertThat(replies.read("{\"handover\": true}")).isEqualTo(new Heard.Handover(0));
    }
}
