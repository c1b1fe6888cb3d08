package io.wenda.api.file;

import io.wenda.api.security.Callers;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.load.SharedPlaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Lets editors move files: two of a company at once, and so many of all that their bytes fit into
 * memory.
 */
@Component
class Editors {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int OF_ALL = 6;
    private static final int OF_COMPANY = 2;
    private static final int WAITING = 10;

    private final Callers callers;
    private final SharedPlaces places =
            new SharedPlaces("files", OF_ALL, OF_COMPANY, WAITING, LONGEST);

    Editors(Callers callers) {
        this.callers = callers;
    }

    /** Work with a file. */
    interface Moving<T> {
        T move(Caller caller) throws IOException;
    }

    /** Does the work for the request's caller, in her company. */
    <T> T call(Moving<T> work) throws IOException {
        var caller =
                callers.of(SecurityContextHolder.getContext().getAuthentication())
                        .filter(it -> it.has(Role.EDITOR))
                        .orElseThrow(() -> new Refusal.Forbidden("files are moved by editors"));
        places.enter(caller.tenant());
        try {
            return CurrentTenant.call(caller.tenant(), () -> moved(caller, work));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            places.leave(caller.tenant());
        }
    }

    private static <T> T moved(Caller caller, Moving<T> work) {
        try {
            return work.move(caller);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
