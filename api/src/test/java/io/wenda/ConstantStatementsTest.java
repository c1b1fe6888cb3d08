package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.api.scalar.PublicIds;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a request costs the database does not grow with the rows that it shows. */
class ConstantStatementsTest extends RunningApplication {
    private static final String EVERY_EDGE =
            """
            query($n: Int) {
              conversations(first: $n) {
                totalCount
                nodes {
                  id state queuePosition
                  channel { name skillGroup { name members { nodes { member { name availability { status } } } } } }
                  contact { name conversations(first: 2) { nodes { id } } }
                  assignee { name availability { status } }
                  skillGroup { name }
                  messages(first: 3) { nodes { author text source { entry { id latest { author { name } } } } conversation { id } } }
                  tickets(first: 2) { nodes { number assignee { name } conversation { id } } }
                  handovers { reason triedAnswers { question } }
                }
              }
            }
            """;

    private final PublicIds ids;

    ConstantStatementsTest(@Autowired PublicIds ids) {
        this.ids = ids;
    }

    @Test
    void fiftyConversationsTakeAsManyStatementsAsOne() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var channel = company.newChannel(false).path("publicKey").asString();
        IntStream.range(0, 50)
                .forEach(i -> {
                    var said = company.newVisitor(channel).says("Hello " + i);
                    company.ask(
                                    "mutation($c: ID!) { createTicket(input: {subject: \"Check\", conversationId: $c}) { ticket { id } userErrors { code } } }",
                                    Map.of("c", said.at("/conversation/id").asString()))
                            .done();
                });

        // the clocks look at the company's queue now and then: until both look at nothing else
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var one = statements(company, 1);
                    assertThat(statements(company, 50)).isEqualTo(one);
                    assertThat(one).hasSizeBetween(10, 60);
                });
    }

    private List<String> statements(Company company, int conversations) {
        var tenant = ids.as(TenantId.class, company.id());
        // whatever still goes on for the last message ends first
        company.ask(EVERY_EDGE, Map.of("n", conversations));
        Statements.sentFor(tenant);
        var answer = company.ask(EVERY_EDGE, Map.of("n", conversations)).only();
        assertThat(answer.path("nodes")).hasSize(conversations);
        assertThat(answer.path("totalCount").asInt()).isEqualTo(50);
        return Statements.sentFor(tenant).stream().sorted().toList();
    }
}
