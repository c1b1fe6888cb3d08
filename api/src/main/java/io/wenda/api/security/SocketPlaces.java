package io.wenda.api.security;

import io.wenda.api.issuer.AccessTokens.Holder;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many connections and streams are open of whom, WebSockets and server-sent events, so that
 * nobody takes all that a node can keep. A company may have {@value #SHARE} times as many as are
 * free still: alone it takes nearly all, and the more companies take many, the less each may
 * (dynamic thresholds: Choudhury and Hahne, IEEE/ACM Transactions on Networking 6(2), 1998).
 */
@Component
public final class SocketPlaces {
    private static final int SHARE = 16;

    private final SocketSettings settings;
    private final long all;
    private final Map<Object, Integer> taken = new HashMap<>();
    private long used;

    SocketPlaces(SocketSettings settings) {
        this.settings = settings;
        this.all = settings.ofWholeNode();
    }

    /** Takes a place for one more; false where none is left. */
    public synchronized boolean enter(Bearer bearer) {
        var ofCompany = taken(bearer.tenant());
        if (ofCompany >= Math.min(settings.ofCompany(), SHARE * (all - used))
                || taken(caller(bearer)) >= most(bearer)) {
            return false;
        }
        taken.merge(bearer.tenant(), 1, Integer::sum);
        taken.merge(caller(bearer), 1, Integer::sum);
        used++;
        return true;
    }

    /** Gives the place back. */
    public synchronized void leave(Bearer bearer) {
        taken.computeIfPresent(bearer.tenant(), (_, count) -> count > 1 ? count - 1 : null);
        taken.computeIfPresent(caller(bearer), (_, count) -> count > 1 ? count - 1 : null);
        used--;
    }

    private int taken(Object whose) {
        return taken.getOrDefault(whose, 0);
    }

    private int most(Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfVisitor _ -> settings.ofVisitor();
            case Bearer.OfStaff(Holder.OfMember _) -> settings.ofMember();
            case Bearer.OfStaff(Holder.OfProgram _) -> settings.ofProgram();
        };
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
