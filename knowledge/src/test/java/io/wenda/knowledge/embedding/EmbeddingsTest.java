package io.wenda.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Embeddings embeddings = new Embeddings(new EmbeddingSettings(""));

    @BeforeAll
    void warm() {
        assertThat(cosine("x", "x")).isCloseTo(1, within(0.01));
    }

    @AfterAll
    void close() throws Exception {
        embeddings.close();
    }

    @Test
    void wordsForTheSameThingAreNear() {
        assertThat(cosine("when do I get my money back", "refund processing time"))
                .isGreaterThan(cosine("when do I get my money back", "how to bake bread") + 0.1);
        assertThat(cosine("货都退了钱怎么还没回来", "退款什么时候到账"))
                .isGreaterThan(cosine("货都退了钱怎么还没回来", "红烧肉怎么做") + 0.1);
    }

    @Test
    void capitalLettersInChineseTextAreRead() {
        assertThat(cosine("APP 打不开", "app 打不开")).isCloseTo(1, within(0.01));
        assertThat(cosine("APP 打不开", "VIP 打不开")).isLessThan(0.95);
    }

    @Test
    void whatIsReadAgainIsTheSame() {
        var text = NormalText.of("is it the same again");

        assertThat(embeddings.embedOnce(text))
                .isEqualTo(embeddings.embed(text))
                .isSameAs(embeddings.embedOnce(text));
    }

    @Test
    void theScriptComparesSixteenComponentsAtOnce() {
        assertThat(List.of("refund", "退款"))
                .extracting(it -> embeddings.embed(NormalText.of(it)).components().length % 16)
                .containsOnly(0);
    }

    @Test
    void theScriptParameterIsTheVectorWith128Added() {
        var vector = embeddings.embed(NormalText.of("refund"));

        var parameter = vector.scriptParameter();

        double squares = parameter.chars().mapToDouble(c -> Math.pow(c - 128, 2)).sum();
        assertThat(parameter).hasSize(384);
        assertThat(squares / Vector.UNIT).isCloseTo(vector.cosine(vector), within(1e-9));
    }

    @Test
    void whoeverReadsIsLetFinishBeforeTheEnd() throws Exception {
        var model = new Model(Language.ENGLISH.model(), new UnpackedFiles(""));
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading =
                    IntStream.range(0, 4)
                            .mapToObj(_ -> readers.submit(() -> readsForEver(model)))
                            .toList();
            model.embed("how long does a refund take?");

            model.close();

            assertThat(reading)
                    .allSatisfy(it ->
                            assertThat(it)
                                    .failsWithin(PATIENCE)
                                    .withThrowableThat()
                                    .havingRootCause()
                                    .withMessage("The embedding model is closed"));
        }
    }

    private static void readsForEver(Model model) {
        while (true) {
            model.embed("how long does a refund take?");
        }
    }

    private double cosine(String one, String other) {
        return embeddings.embed(NormalText.of(one)).cosine(embeddings.embed(NormalText.of(other)));
    }
}
