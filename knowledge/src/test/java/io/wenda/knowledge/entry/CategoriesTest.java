package io.wenda.knowledge.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.knowledge.EntryId;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CategoriesTest {
    private final Desk desk;
    private final Desks desks;
    private final Categories categories;

    CategoriesTest(Desks desks, Categories categories) {
        this.desk = desks.open();
        this.desks = desks;
        this.categories = categories;
    }

    @Test
    void pathsMakeATreeThatCounts() {
        filed(" 退换货 / 运费 ");
        filed("退换货/运费");
        filed("退换货");
        filed("Orders");

        assertThat(tree())
                .containsExactly(
                        new Category("Orders", "Orders", 1, 1, 1),
                        new Category("退换货", "退换货", 1, 1, 3),
                        new Category("退换货/运费", "运费", 2, 2, 2));
        assertThat(found("退换货")).isEqualTo(3);
        assertThat(found("退换货/运费")).isEqualTo(2);
        assertThat(found("退换")).isZero();
        var agent = desk.company().member(Role.AGENT);
        assertThat(desk.company().in(() -> categories.tree(agent))).isEmpty();
    }

    @Test
    void aCategoryIsRenamedMovedAndMergedWithAllBelowIt() {
        filed("A/B");
        filed("A/B/C");
        filed("AB");

        assertThat(move("A/B", "X")).isEqualTo(2);
        assertThat(paths()).containsExactly("AB", "X", "X/C");
        move("X", "Y/Z");
        assertThat(paths()).containsExactly("AB", "Y", "Y/Z", "Y/Z/C");
        move("AB", "Y/Z");
        assertThat(paths()).containsExactly("Y", "Y/Z", "Y/Z/C");
        assertThat(found("Y/Z")).isEqualTo(3);
        move("Y/Z", null);
        assertThat(paths()).containsExactly("C");
    }

    @Test
    void whatIsTooDeepOrWithinItselfIsRefusedAndNothingMoves() {
        filed("A/B");
        filed("A/B/C");

        refused(Refusal.Code.INVALID, () -> move("A", "A/D"));
        refused(Refusal.Code.TOO_LONG, () -> move("A/B", "1/2/3/4/5"));
        refused(Refusal.Code.NOT_FOUND, () -> move("Q", "R"));
        refused(Refusal.Code.INVALID, () -> filed("A//B"));
        refused(Refusal.Code.TOO_LONG, () -> filed("1/2/3/4/5/6"));

        assertThat(paths()).containsExactly("A", "A/B", "A/B/C");
    }

    @Test
    void tagsAreCounted() {
        filed("A");
        filed("B");

        var owner = desk.company().owner();
        assertThat(desk.company().in(() -> categories.tags(owner)))
                .containsExactly(new Tag("a", 2), new Tag("b", 2));
    }

    @Test
    void anotherCompanyHasATreeOfItsOwn() {
        filed("A");
        var other = desks.open();
        var owner = other.company().owner();

        assertThat(other.company().in(() -> categories.tree(owner))).isEmpty();
        assertThat(other.company().in(() -> categories.tags(owner))).isEmpty();
        refused(
                Refusal.Code.NOT_FOUND,
                () -> other.company().in(() -> categories.move(owner, "A", "B")));
        assertThat(paths()).containsExactly("A");
    }

    private EntryId filed(String path) {
        var owner = desk.company().owner();
        var wanted = new NewEntry("en", "Open?", List.of(), "Yes.", path, List.of("a", "b"));
        return desk.company().in(() -> desk.entries().create(owner, wanted)).id();
    }

    private int move(String from, @Nullable String to) {
        return desk.company().in(() -> categories.move(desk.company().owner(), from, to));
    }

    private List<Category> tree() {
        return desk.company().in(() -> categories.tree(desk.company().owner()));
    }

    private List<String> paths() {
        return tree().stream().map(Category::path).toList();
    }

    private int found(String category) {
        var filter = new EntryFilter(null, null, category, "b", null);
        var owner = desk.company().owner();
        return desk.company()
                .in(() -> desk.reader().page(owner, filter, new PageRequest(null, 9, false)))
                .items()
                .size();
    }

    private static void refused(Refusal.Code code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
