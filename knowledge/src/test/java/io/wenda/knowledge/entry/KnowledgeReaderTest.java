package io.wenda.knowledge.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class KnowledgeReaderTest {
    private static final PageRequest ALL = new PageRequest(null, 50, true);

    private final Desk desk;
    private final Desks desks;

    KnowledgeReaderTest(Desks desks) {
        this.desk = desks.open();
        this.desks = desks;
    }

    @Test
    void entriesComeInPagesNewestFirst() {
        var ids = List.of(desk.create("one"), desk.create("two"), desk.create("three"));

        var first = page(desk.company().owner(), EntryFilter.NONE, new PageRequest(null, 2, true));
        var last = first.items().getLast().id().value();
        var second =
                page(desk.company().owner(), EntryFilter.NONE, new PageRequest(last, 2, false));

        assertThat(ids(first)).containsExactly(ids.get(2), ids.get(1));
        assertThat(first.more()).isTrue();
        assertThat(first.total()).isEqualTo(3);
        assertThat(ids(second)).containsExactly(ids.get(0));
        assertThat(second.more()).isFalse();
        assertThat(second.total()).isNull();
    }

    @Test
    void filtersByTextInAnyFormByStateAndByCategory() {
        var draft = desk.create("How do I cancel?", "怎麼取消訂單？");
        var published = desk.published("100% of my REFUND_");

        assertThat(found("CANCEL", null, null)).containsExactly(draft);
        assertThat(found("怎么取消", null, null)).containsExactly(draft);
        assertThat(found("answer to: 100%", null, null)).containsExactly(published);
        assertThat(found("refund_", null, null)).containsExactly(published);
        assertThat(found("refundx", null, null)).isEmpty();
        assertThat(found(" ", null, null)).containsExactly(published, draft);
        assertThat(found(null, VersionState.PUBLISHED, null)).containsExactly(published);
        assertThat(found(null, VersionState.DRAFT, "Orders")).containsExactly(draft);
        assertThat(found("cancel", VersionState.PUBLISHED, null)).isEmpty();
        assertThat(found(null, null, "Returns")).isEmpty();
    }

    @Test
    void theStateIsThatOfTheLatestVersion() {
        var id = desk.published("How long does a refund take?");
        desk.revise(id, "Sooner than you think.");

        assertThat(found(null, VersionState.PUBLISHED, null)).isEmpty();
        assertThat(found(null, VersionState.DRAFT, null)).containsExactly(id);
        assertThat(found("sooner", null, null)).containsExactly(id);
        assertThat(found("answer to", null, null)).containsExactly(id);

        desk.bringOut(id, 2);

        assertThat(found(null, VersionState.PUBLISHED, null)).containsExactly(id);
        assertThat(found(null, VersionState.RETIRED, null)).isEmpty();
        assertThat(found("answer to", null, null)).isEmpty();
    }

    @Test
    void categoriesAreThoseOfWhatTheCallerMaySee() {
        var filed = desk.published("How long does a refund take?");
        var draft = desk.create("How do I cancel?");
        file(filed, "Returns");
        file(draft, "Account");

        assertThat(categories(desk, desk.company().owner())).containsExactly("Account", "Returns");
        assertThat(categories(desk, desk.company().member(Role.AGENT))).containsExactly("Returns");
        file(draft, null);
        assertThat(categories(desk, desk.company().owner())).containsExactly("Returns");
        var other = desks.open();
        assertThat(categories(other, other.company().owner())).isEmpty();
    }

    @Test
    void whoIsNoEditorSeesWhatIsPublishedAndNothingElse() {
        var agent = desk.company().member(Role.AGENT);
        var draft = desk.create("How do I cancel?");
        var published = desk.published("How long does a refund take?");
        desk.revise(published, "Sooner than you think.");

        var seen = page(agent, EntryFilter.NONE, ALL);
        assertThat(ids(seen)).containsExactly(published);
        assertThat(seen.total()).isEqualTo(1);
        assertThat(seen.items().getFirst().latest()).isEqualTo(1);
        assertThat(ids(page(agent, new EntryFilter("sooner", null, null, null, null), ALL)))
                .isEmpty();
        assertThat(
                        ids(
                                page(
                                        agent,
                                        new EntryFilter(null, VersionState.DRAFT, null, null, null),
                                        ALL)))
                .isEmpty();
        assertThat(byIds(desk, agent, draft, published).keySet()).containsExactly(published);
        assertThat(numbers(agent, published)).containsExactly(1);
        assertThat(numbers(agent, draft)).isEmpty();
        assertThat(versions(desk, agent, new VersionId(published, 2))).isEmpty();
        assertThat(numbers(desk.company().owner(), published)).containsExactly(2, 1);
    }

    @Test
    void versionsAreReadForManyEntriesAtOnce() {
        var one = desk.published("one");
        var two = desk.create("two");
        desk.revise(one, "again");

        var versions =
                versions(
                        desk,
                        desk.company().owner(),
                        new VersionId(one, 2),
                        new VersionId(two, 1),
                        new VersionId(two, 2));

        assertThat(versions.keySet())
                .containsExactlyInAnyOrder(new VersionId(one, 2), new VersionId(two, 1));
        assertThat(numbers(desk.company().owner(), one, two)).containsExactly(2, 1, 1);
    }

    @Test
    void versionsComeInStretchesNewestFirst() {
        var id = desk.published("one");
        for (int number = 2; number <= 5; number++) {
            desk.revise(id, "answer " + number);
            desk.bringOut(id, number);
        }

        assertThat(stretch(desk.company().owner(), id, Integer.MAX_VALUE, 2)).containsExactly(5, 4);
        assertThat(stretch(desk.company().owner(), id, 4, 2)).containsExactly(3, 2);
        assertThat(stretch(desk.company().owner(), id, 2, 2)).containsExactly(1);
        assertThat(stretch(desk.company().member(Role.AGENT), id, Integer.MAX_VALUE, 2))
                .containsExactly(5);
    }

    @Test
    void anotherCompanyReadsNothingOfIt() {
        var id = desk.published("How do I cancel?");
        var other = desks.open();
        var owner = other.company().owner();

        assertThat(byIds(other, owner, id)).isEmpty();
        assertThat(versions(other, owner, new VersionId(id, 1))).isEmpty();
        var page = other.company().in(() -> other.reader().page(owner, EntryFilter.NONE, ALL));
        assertThat(page).isEqualTo(new Page<>(List.of(), false, 0L));
        assertThat(other.company().in(() -> other.reader().versionsOf(owner, List.of(id), 99, 99)))
                .isEmpty();
        assertThat(byIds(desk, desk.company().owner(), id)).hasSize(1);
    }

    private void file(EntryId id, @Nullable String category) {
        var owner = desk.company().owner();
        desk.company().in(() -> desk.entries().file(owner, id, category, List.of("a", "a")));
    }

    private static List<String> categories(Desk desk, Caller caller) {
        return desk.company().in(() -> desk.reader().categories(caller));
    }

    private List<EntryId> found(
            @Nullable String text, @Nullable VersionState state, @Nullable String category) {
        return ids(
                page(
                        desk.company().owner(),
                        new EntryFilter(text, state, category, null, null),
                        ALL));
    }

    private Page<Entry> page(Caller caller, EntryFilter filter, PageRequest request) {
        return desk.company().in(() -> desk.reader().page(caller, filter, request));
    }

    private List<Integer> numbers(Caller caller, EntryId... entries) {
        var versions =
                desk.company().in(() -> desk.reader().versionsOf(caller, List.of(entries), 99, 99));
        return List.of(entries).stream()
                .flatMap(entry -> versions.getOrDefault(entry, List.of()).stream())
                .map(version -> version.id().number())
                .toList();
    }

    private List<Integer> stretch(Caller caller, EntryId entry, int below, int most) {
        return desk
                .company()
                .in(() -> desk.reader().versionsOf(caller, List.of(entry), below, most))
                .getOrDefault(entry, List.of())
                .stream()
                .map(version -> version.id().number())
                .toList();
    }

    private static Map<EntryId, Entry> byIds(Desk desk, Caller caller, EntryId... ids) {
        return desk.company().in(() -> desk.reader().byIds(caller, List.of(ids)));
    }

    private static Map<VersionId, Version> versions(Desk desk, Caller caller, VersionId... ids) {
        return desk.company().in(() -> desk.reader().versions(caller, List.of(ids)));
    }

    private static List<EntryId> ids(Page<Entry> page) {
        return page.items().stream().map(Entry::id).toList();
    }
}
