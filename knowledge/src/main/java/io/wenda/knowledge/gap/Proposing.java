package io.wenda.knowledge.gap;

import io.wenda.knowledge.gap.WaitingQuestions.Waiting;
import io.wenda.tenant.NewId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposes what agents answered: the same answer to the questions of a gap once, counted. */
@Component
class Proposing {
    private static final int MOST_OF_A_GAP = 20;

    private final JdbcClient jdbc;

    Proposing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(UUID id, String answer) {}

    /** From the questions that agents answered. */
    void propose(Map<Waiting, GapId> questions) {
        var known = known(questions);
        questions.forEach((question, gap) -> {
            var answer = question.reply();
            if (answer != null) {
                propose(question, gap, answer, known.computeIfAbsent(gap, _ -> new ArrayList<>()));
            }
        });
    }

    private void propose(Waiting question, GapId gap, String answer, List<Known> known) {
        known.stream()
                .filter(it -> SameAnswer.are(it.answer(), answer))
                .findFirst()
                .ifPresentOrElse(
                        it -> again(it, question),
                        () -> {
                            if (known.size() < MOST_OF_A_GAP) {
                                known.add(add(question, gap, answer));
                            }
                        });
    }

    private Map<GapId, List<Known>> known(Map<Waiting, GapId> questions) {
        var known = new HashMap<GapId, List<Known>>();
        jdbc.sql("select gap_id, id, answer from knowledge_proposal where gap_id = any(?)")
                .param(
                        questions.values().stream()
                                .map(GapId::value)
                                .distinct()
                                .toArray(UUID[]::new))
                .query(row -> {
                    known.computeIfAbsent(
                                    new GapId(row.getObject(1, UUID.class)), _ -> new ArrayList<>())
                            .add(new Known(row.getObject(2, UUID.class), row.getString(3)));
                });
        return known;
    }

    private void again(Known proposal, Waiting question) {
        jdbc.sql(
                        """
                        update knowledge_proposal set times = times + 1,
                          conversation_id = :conversation,
                          last_said_at = greatest(last_said_at, :at)
                        where id = :id
                        """)
                .param("id", proposal.id())
                .param("conversation", question.conversation())
                .param("at", question.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Known add(Waiting question, GapId gap, String answer) {
        var id = NewId.next();
        jdbc.sql(
                        """
                        insert into knowledge_proposal
                          (tenant_id, id, gap_id, state, locale, question, answer, times,
                           conversation_id, last_said_at)
                        values (current_setting('wenda.tenant_id')::uuid, :id, :gap, 'OPEN',
                          :locale, :question, :answer, 1, :conversation, :at)
                        """)
                .param("id", id)
                .param("gap", gap.value())
                .param("locale", question.locale())
                .param("question", question.question())
                .param("answer", answer)
                .param("conversation", question.conversation())
                .param("at", question.askedAt().atOffset(ZoneOffset.UTC))
                .update();
        return new Known(id, answer);
    }
}
