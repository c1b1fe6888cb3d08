package io.wenda.knowledge.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.cell.Cells;
import io.wenda.knowledge.cell.CompanyCells;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.index.Hit;
import io.wenda.knowledge.index.IndexDefinition;
import io.wenda.knowledge.index.OpenSearchConnection;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.tenant.NewId;
import io.wenda.tenant.engine.EngineSpans;
import io.wenda.testing.HelpPages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** Companies with so many texts that they are divided into cells; here these are few. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CellsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Desk desk;
    private final Desk other;
    private final SearchIndex index;
    private final CompanyCells cells;
    private final Embeddings embeddings;
    private final OpenSearchConnection connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    CellsTest(
            Desks desks,
            SearchIndex index,
            CompanyCells cells,
            Embeddings embeddings,
            OpenSearchConnection connection,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.desk = desks.open();
        this.other = desks.open();
        this.index = index;
        this.cells = cells;
        this.embeddings = embeddings;
        this.connection = connection;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void aLargeCompanyIsSearchedInCellsAndFindsWhatAnExactSearchFinds() throws IOException {
        var first = desk.published("Do you deliver on Sundays?");
        write(desk.company(), HelpPages.entries(0, 320));
        assertThat(live(desk.company())).isEmpty();

        awaitTraining(desk.company(), 1);

        var random = new Random(20);
        var questions = Stream.generate(() -> HelpPages.question(random)).limit(20).toList();
        assertThat(recall(questions)).isGreaterThan(0.9);
        assertThat(best("are there deliveries on sunday")).isEqualTo(first.value());

        var later = desk.published("Where can I see the opening hours?");
        assertThat(best("opening hours please")).isEqualTo(later.value());

        write(desk.company(), HelpPages.entries(320, 400));
        awaitTraining(desk.company(), 2);
        assertThat(best("are there deliveries on sunday")).isEqualTo(first.value());
        assertThat(best("opening hours please")).isEqualTo(later.value());
    }

    @Test
    void cellsAreOfOneCompany() {
        write(desk.company(), HelpPages.entries(0, 320));
        awaitTraining(desk.company(), 1);
        var own = other.published("How do I return a laptop?");

        assertThat(live(other.company())).isEmpty();
        var found = index.search(other.company().tenant(), NormalText.of("return laptop"), 20);
        assertThat(found).extracting(hit -> hit.version().entry()).containsExactly(own);
        var seen = other.company().in(() -> transactions.execute(_ -> cells.written()));
        assertThat(seen.get(Language.ENGLISH)).isEmpty();
    }

    private void awaitTraining(CompanyUnderTest company, int training) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(live(company)).map(Cells::training).hasValue(training));
    }

    private Optional<Cells> live(CompanyUnderTest company) {
        return cells.live(company.tenant(), Language.ENGLISH);
    }

    private UUID best(String question) {
        return index.search(desk.company().tenant(), NormalText.of(question), 1)
                .getFirst()
                .version()
                .entry()
                .value();
    }

    /** The part of the ten that an exact search finds. */
    private double recall(List<String> questions) throws IOException {
        try (var exact =
                new SearchIndex(
                        connection,
                        embeddings,
                        (_, _) -> Optional.empty(),
                        EngineSpans.none(),
                        IndexDefinition.current())) {
            return questions.stream()
                    .map(NormalText::of)
                    .mapToDouble(question -> {
                        var all = ten(exact, question);
                        var found = ten(index, question);
                        return (double) all.stream().filter(found::contains).count() / all.size();
                    })
                    .average()
                    .orElseThrow();
        }
    }

    private List<UUID> ten(SearchIndex searched, NormalText question) {
        return searched.search(desk.company().tenant(), question, 10).stream()
                .map(Hit::version)
                .map(version -> version.entry().value())
                .toList();
    }

    /** Published entries, as the last step of publishing leaves them. */
    private void write(CompanyUnderTest company, List<String> questions) {
        var ids = Stream.generate(NewId::next).limit(questions.size()).toArray(UUID[]::new);
        company.in(() ->
                transactions.execute(_ -> {
                    jdbc.sql(
                                    """
                                    with asked as (
                                      select * from unnest(:ids, :questions) as a (id, question)
                                    ), entry as (
                                      insert into knowledge_entry
                                        (tenant_id, id, tags, published, latest, created_at)
                                      select current_setting('wenda.tenant_id')::uuid, id, '{}', 1, 1, now()
                                      from asked
                                    )
                                    insert into knowledge_version (tenant_id, entry_id, number, state,
                                      locale, question, similar_questions, answer, search_text, writers,
                                      created_at, published_at)
                                    select current_setting('wenda.tenant_id')::uuid, id, 1, 'PUBLISHED',
                                      'en', question, '{}', 'Like this.', question, '{}', now(), now()
                                    from asked
                                    """)
                            .param("ids", ids)
                            .param("questions", questions.toArray(String[]::new))
                            .update();
                    return jdbc.sql(
                                    """
                                    insert into knowledge_indexing
                                      (tenant_id, entry_id, version, wanted, made)
                                    select current_setting('wenda.tenant_id')::uuid, id, 1, 1, 0
                                    from unnest(:ids) as a (id)
                                    """)
                            .param("ids", ids)
                            .update();
                }));
    }
}
