package io.wenda.conversation;

import io.wenda.conversation.webhook.WorldIds;
import org.springframework.stereotype.Component;

/** Ids as they are; the api room writes them for the world. */
@Component
class PlainIds implements WorldIds {
    @Override
    public String of(Object id) {
        return id.toString();
    }
}
