package io.wenda.demo;

import io.wenda.conversation.Channel;
import io.wenda.conversation.Visitor;
import io.wenda.conversation.contact.Visitors;
import io.wenda.tenant.Caller;
import io.wenda.tenant.TenantId;
import java.util.List;

/** Who comes to the demo's shop: some are known to it, most are not. */
final class Customers {
    private static final int KNOWN_IN_HUNDRED = 40;

    private final Visitors visitors;
    private final TenantId tenant;
    private final Channel channel;
    private final List<Texts.Customer> known = Texts.customers();

    Customers(Visitors visitors, Stage stage) {
        this.visitors = visitors;
        this.tenant = stage.tenant();
        this.channel = stage.channel();
    }

    Caller.Visitor somebody(String locale, Moments moments) {
        if (!moments.chance(KNOWN_IN_HUNDRED)) {
            return caller(visitors.startAnonymous(channel.id(), locale).visitor());
        }
        var one = moments.one(known.stream().filter(it -> it.locale().equals(locale)).toList());
        return identified(one, one.email());
    }

    /** Somebody who has no other conversation. */
    Caller.Visitor somebodyNew(String locale, int number) {
        var one = known.stream().filter(it -> it.locale().equals(locale)).toList().get(number);
        return identified(one, "today " + one.email());
    }

    private Caller.Visitor identified(Texts.Customer one, String subject) {
        var identity = new Visitors.Identity(subject, one.name(), one.email(), one.phone());
        return caller(visitors.startIdentified(channel.id(), identity, one.locale()).visitor());
    }

    private Caller.Visitor caller(Visitor visitor) {
        return new Caller.Visitor(
                tenant, visitor.id(), channel.id(), visitor.contact(), visitor.verified());
    }
}
