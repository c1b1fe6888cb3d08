package io.wenda.benchmark.bare;

import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Stores a message and tells it. */
@Controller
class MessageController {
    record SendInput(UUID conversationId, String clientMessageId, String text) {}

    record Message(UUID id, int seq, String clientMessageId, String text) {}

    private final JdbcClient jdbc;
    private final Live live;

    MessageController(JdbcClient jdbc, Live live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    @QueryMapping
    boolean ready() {
        return true;
    }

    @MutationMapping
    UUID open() {
        var id = UUID.randomUUID();
        jdbc.sql("insert into bare.conversation (id) values (?)").param(id).update();
        return id;
    }

    @MutationMapping
    Message send(@Argument SendInput input) {
        var id = UUID.randomUUID();
        var seq =
                jdbc.sql(SendStatement.SQL)
                        .param(input.conversationId())
                        .param(id)
                        .param(input.clientMessageId())
                        .param(input.text())
                        .query(Integer.class)
                        .single();
        var message = new Message(id, seq, input.clientMessageId(), input.text());
        live.tell(input.conversationId(), message);
        return message;
    }

    @SubscriptionMapping
    Flux<Message> updates(@Argument UUID conversationId) {
        return live.of(conversationId);
    }
}
