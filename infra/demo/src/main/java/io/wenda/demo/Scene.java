package io.wenda.demo;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.Message;
import io.wenda.conversation.TicketState;
import io.wenda.conversation.TransferTarget;
import io.wenda.conversation.serving.AnswerRatings;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.conversation.serving.Conversations;
import io.wenda.conversation.serving.Steps;
import io.wenda.conversation.serving.Transcripts;
import io.wenda.conversation.ticket.Tickets;
import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.MutableClock;

/** One conversation of the demo: what can be said and done in it, each time a moment later. */
final class Scene {
    private static final int WHOLE = 200;

    /** What a scene is played with. */
    record Rooms(
            Conversations conversations,
            ConversationQueries queries,
            Transcripts transcripts,
            AnswerRatings ratings,
            Steps steps,
            Tickets tickets,
            ConversationSettings settings,
            MutableClock clock) {

        static Rooms of(PastRooms past) {
            return new Rooms(
                    past.get(Conversations.class),
                    past.get(ConversationQueries.class),
                    past.get(Transcripts.class),
                    past.get(AnswerRatings.class),
                    past.get(Steps.class),
                    past.get(Tickets.class),
                    past.get(ConversationSettings.class),
                    past.clock());
        }
    }

    private final Rooms rooms;
    private final Stage stage;
    private final Caller.Visitor customer;
    private final Moments moments;
    private @Nullable ConversationId id;

    Scene(Rooms rooms, Stage stage, Caller.Visitor customer, Moments moments) {
        this.rooms = rooms;
        this.stage = stage;
        this.customer = customer;
        this.moments = moments;
    }

    void customerSays(String text) {
        id = say(customer, text, false).message().conversation();
    }

    /** The bot's turn; its last words. */
    Message bot() {
        pass(moments.between(1, 3));
        rooms.steps().answer(id());
        var stretch = new Transcripts.Stretch(null, null, WHOLE, true);
        return Objects.requireNonNull(
                        rooms.transcripts().of(customer, List.of(id()), stretch).get(id()))
                .items()
                .getLast();
    }

    void customerRatesAnswer(Message answer, boolean helpful) {
        pass(moments.between(4, 30));
        rooms.ratings().rate(customer, answer.id(), helpful);
    }

    /** Where she is not in a queue yet. */
    void customerAsksForPerson() {
        if (now().state() == ConversationState.BOT) {
            pass(moments.between(3, 15));
            rooms.conversations().requestAgent(customer, id());
        }
    }

    /** She does not wait. */
    void customerLeavesTheQueue() {
        pass(rooms.settings().queueAbandon().plus(moments.between(1, 20)));
        rooms.steps().closeIfIdle(id());
    }

    /** She has what she wanted, or gave up. */
    void customerLeavesTheBot() {
        pass(rooms.settings().botIdle().plus(moments.between(1, 5)));
        rooms.steps().closeIfIdle(id());
    }

    void agentComes(Duration after) {
        pass(after);
        rooms.steps().route();
    }

    void talk(List<Texts.Line> lines) {
        for (var line : lines) {
            switch (line.who()) {
                case CUSTOMER -> {
                    pass(moments.between(8, 75));
                    say(customer, line.text(), false);
                }
                case AGENT -> {
                    pass(moments.between(10, 60));
                    say(agent(), line.text(), false);
                }
                case NOTE -> {
                    pass(moments.between(5, 20));
                    say(agent(), line.text(), true);
                }
            }
        }
    }

    void agentPassesOn(String note) {
        pass(moments.between(20, 60));
        var to = new TransferTarget.ToGroup(stage.afterSales().id());
        rooms.conversations().transfer(agent(), id(), to, note);
        agentComes(moments.between(5, 60));
    }

    /** How far the ticket has come meanwhile is a matter of its own. */
    void agentOpensTicket(String subject, @Nullable String description, TicketState until) {
        pass(moments.between(10, 40));
        var agent = agent();
        var ticket =
                rooms.tickets()
                        .create(
                                agent,
                                new Tickets.NewTicket(subject, description, id(), agent.id()));
        for (var step :
                List.of(TicketState.IN_PROGRESS, TicketState.RESOLVED, TicketState.CLOSED)) {
            if (step.compareTo(until) <= 0) {
                rooms.tickets().move(agent, ticket.id(), step, null);
            }
        }
    }

    void agentCloses(Texts.Case matter, boolean wrapsUpFirst) {
        pass(moments.between(5, 30));
        var agent = agent();
        if (wrapsUpFirst) {
            close(agent, null, null, null);
            pass(moments.between(30, 200));
        }
        close(
                agent,
                matter.resolved() ? ConversationOutcome.RESOLVED : ConversationOutcome.UNRESOLVED,
                matter.disposition(),
                matter.summary());
    }

    private void close(
            Caller.Member agent,
            @Nullable ConversationOutcome outcome,
            @Nullable String disposition,
            @Nullable String summary) {
        var closing = new Conversations.Closing(outcome, disposition, summary);
        rooms.conversations().close(agent, id(), closing);
    }

    void customerRates(int score, @Nullable String comment) {
        pass(moments.between(10, 240));
        rooms.conversations().rate(customer, id(), score, comment);
    }

    Conversation now() {
        return rooms.queries().byId(customer, id()).orElseThrow();
    }

    private Conversations.Received say(Caller caller, String text, boolean note) {
        return rooms.conversations()
                .receive(
                        caller,
                        new Conversations.Incoming(id, NewId.next().toString(), text, note));
    }

    private Caller.Member agent() {
        return stage.who(Objects.requireNonNull(now().assignee()));
    }

    private ConversationId id() {
        return Objects.requireNonNull(id);
    }

    private void pass(Duration time) {
        rooms.clock().add(time);
    }
}
