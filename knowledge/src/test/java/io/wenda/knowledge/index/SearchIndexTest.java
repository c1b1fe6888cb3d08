package io.wenda.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.knowledge.Cable;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SearchIndexTest {
    private final TenantId tenant = new TenantId(NewId.next());
    private final SearchIndex index;
    private final Cable cable;

    SearchIndexTest(SearchIndex index, Cable cable) {
        this.index = index;
        this.cable = cable;
        assertThat(index.identity()).isNotBlank();
    }

    @Test
    void theNearestVersionComesFirstWhicheverOfItsTextsIsNear() {
        var refund = version();
        var cancel = version();
        put(refund, 1, "When will my refund be credited?", "How fast do I get my money?");
        put(cancel, 1, "How do I cancel my order?");

        assertThat(found("when do i get my money")).containsExactly(refund, cancel);
        assertThat(found("please cancel what I ordered")).containsExactly(cancel, refund);
    }

    @Test
    void aCodeDecidesBetweenLikeTexts() {
        var one = version();
        var other = version();
        put(one, 1, "What does error E4031 mean?");
        put(other, 1, "What does error E5207 mean?");

        assertThat(found("E4031 again!").getFirst()).isEqualTo(one);
        assertThat(found("there is an e5207 on my screen").getFirst()).isEqualTo(other);
    }

    @Test
    void eachLanguageIsComparedWithItselfOnly() {
        var both = version();
        var english = version();
        put(both, 1, "How do I cancel my order?", "怎么取消订单？");
        put(english, 1, "When will my refund be credited?");

        assertThat(found("取消订单")).containsExactly(both);
        assertThat(found("cancel order")).containsExactly(both, english);
    }

    @Test
    void aLowerRevisionNeverOverwritesAHigherOne() {
        var version = version();
        put(version, 2, "How do I cancel my order?");
        put(version, 1, "怎么取消订单？");

        assertThat(found("怎么取消订单")).isEmpty();
        assertThat(found("cancel order")).containsExactly(version);
    }

    @Test
    void aVersionWithoutTextsIsFoundByNothing() {
        var version = version();
        put(version, 1, "How do I cancel my order?");

        put(version, 2);

        assertThat(found("How do I cancel my order?")).isEmpty();
        put(version, 1, "How do I cancel my order?");
        assertThat(found("How do I cancel my order?")).isEmpty();
    }

    /** There are fewer shards than companies here, so routing alone would not keep them apart. */
    @Test
    void eachCompanyFindsItsOwnOnly() {
        var keys =
                IntStream.range(0, 9)
                        .mapToObj(_ -> new VersionKey(new TenantId(NewId.next()), version()))
                        .toList();
        index.put(
                keys.stream()
                        .map(key -> new VersionTexts(key, 1, List.of("How do I pay?")))
                        .toList(),
                index.reading());
        index.refresh();

        for (var key : keys) {
            assertThat(index.search(key.tenant(), NormalText.of("How do I pay?"), 20))
                    .extracting(Hit::version)
                    .containsExactly(key.version());
        }
    }

    @Test
    void whatTheIndexRefusesKeepsNothingElseOut() {
        var good = new VersionTexts(new VersionKey(tenant, version()), 1, List.of("How to pay?"));
        // a code that no term of the index can hold
        var bad = List.of("a1".repeat(20_000));
        var refused = new VersionTexts(new VersionKey(tenant, version()), 1, bad);

        var stored = index.put(List.of(refused, good), index.reading());

        assertThat(stored.taken()).containsExactly(good);
        assertThat(stored.refused()).extracting(Stored.Refused::version).containsExactly(refused);
        assertThat(stored.refused().getFirst().reason()).contains("immense term");

        index.refresh();
        assertThat(found("How to pay?")).containsExactly(good.key().version());
        assertThatThrownBy(() -> index.putAtOnce(refused, index.reading()))
                .isInstanceOf(IndexRefused.class)
                .hasMessageContaining("immense term");
    }

    @Test
    void aQuestionThatTheEngineRefusesIsNoOutage() {
        put(version(), 1, "How do I pay?");
        var refused = NormalText.of(words(2_000));

        assertThatThrownBy(() -> index.search(tenant, refused, 20))
                .isInstanceOf(IndexRefused.class)
                .hasMessageContaining("maxClauseCount");
        var both = List.of(index.sought(refused), index.sought(NormalText.of("How do I pay?")));
        assertThat(index.searchAll(tenant, both, 20)).extracting(List::size).containsExactly(0, 1);
    }

    @Test
    void anIndexThatCannotBeReachedIsUnavailable() {
        cable.pulled(() -> {
            assertThatThrownBy(() -> found("cancel")).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(index::identity).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> put(version(), 1, "cancel"))
                    .isInstanceOf(IndexUnavailable.class);
        });

        assertThat(found("cancel")).isEmpty();
    }

    private static String words(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> "word" + Integer.toString(it, 26).replaceAll("[0-9]", "q"))
                .collect(Collectors.joining(" "));
    }

    private List<VersionId> found(String question) {
        return index.search(tenant, NormalText.of(question), 20).stream()
                .map(Hit::version)
                .toList();
    }

    private void put(VersionId version, long revision, String... texts) {
        index.putAtOnce(
                new VersionTexts(new VersionKey(tenant, version), revision, List.of(texts)),
                index.reading());
    }

    private static VersionId version() {
        return new VersionId(new EntryId(NewId.next()), 1);
    }
}
