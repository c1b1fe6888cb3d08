package io.wenda.api.security;

import io.wenda.api.issuer.AccessTokens.Holder;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many connections are open of whom, WebSockets and event streams, so that nobody takes all
 * that a node can keep.
 */
@Component
public final class SocketPlaces {
    private final SocketSettings settings;
    private final Map<Object, Integer> taken = new HashMap<>();

    SocketPlaces(SocketSettings settings) {
        this.settings = settings;
    }

    /** Takes a place for one more; false where none is left. */
    public synchronized boolean enter(Bearer bearer) {
        if (taken(bearer.tenant()) >= settings.ofCompany()
                || taken(caller(bearer)) >= settings.ofCaller()) {
            return false;
        }
        taken.merge(bearer.tenant(), 1, Integer::sum);
        taken.merge(caller(bearer), 1, Integer::sum);
        return true;
    }

    /** Gives the place back. */
    public synchronized void leave(Bearer bearer) {
        taken.computeIfPresent(bearer.tenant(), (_, count) -> count > 1 ? count - 1 : null);
        taken.computeIfPresent(caller(bearer), (_, count) -> count > 1 ? count - 1 : null);
    }

    private int taken(Object whose) {
        return taken.getOrDefault(whose, 0);
    }

    /** Ids of different kinds are never equal. */
    private static Object caller(Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfVisitor visitor -> visitor.visitor().id();
            case Bearer.OfStaff(Holder.OfMember member) -> member.id();
            case Bearer.OfStaff(Holder.OfProgram program) -> program.id();
        };
    }
}
