package io.wenda.api.crash;

import io.wenda.Company;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A visitor who goes on writing, and rates each conversation once it has been closed. */
final class Customer extends Actor {
    private static final int REPEATED = 10;
    private static final int FOR_A_PERSON = 3;
    private static final String PERSON = "I would like to talk to a person.";
    private static final String RATE =
            """
            mutation($i: RateConversationInput!) {
              rateConversation(input: $i) { conversation { id } userErrors { code message } }
            }
            """;

    private final Acknowledged acknowledged;
    private final Company.Visitor visitor;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private String conversation = "";
    private int said;

    Customer(Wire wire, Acknowledged acknowledged, Company.Visitor visitor) {
        super(wire, new Wire.Person(visitor.token(), List.of(Company.PAGE)));
        this.acknowledged = acknowledged;
        this.visitor = visitor;
    }

    @Override
    void plan() {
        said++;
        var text = said % FOR_A_PERSON == 0 ? PERSON : visitor.id() + " says " + said;
        var sending = acknowledged.sending(text, Map.of(), this::heard);
        then(sending);
        if (said % REPEATED == 0) {
            then(sending); // as if the acknowledgement had been lost on the way
        }
    }

    /** A new conversation tells that the one before is closed. */
    private void heard(Acknowledged.Receipt receipt) {
        if (!conversation.isEmpty() && !conversation.equals(receipt.conversation())) {
            then(
                    Act.of(
                            RATE,
                            Map.of(
                                    "conversationId",
                                    conversation,
                                    "score",
                                    1 + said % 5,
                                    "idempotencyKey",
                                    UUID.randomUUID().toString()),
                            _ -> {}));
        }
        if (!conversation.equals(receipt.conversation())) {
            followers.add(new Follower(visitor, receipt.conversation()));
        }
        conversation = receipt.conversation();
    }

    /** Who watches her conversations. */
    List<Follower> followers() {
        return followers;
    }
}
