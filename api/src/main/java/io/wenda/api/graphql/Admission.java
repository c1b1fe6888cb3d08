package io.wenda.api.graphql;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.api.limit.Limits;
import io.wenda.tenant.Caller;
import io.wenda.tenant.isolation.Directory;
import io.wenda.tenant.load.CompanyPlaces;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets only so many operations of one company be under way at once, and fewer while others have
 * some too. A company that asks for more than that waits in a line of its own, instead of filling
 * the processor's, and its visitors fill no line of its own people; who asks too often is refused.
 * Those without a token stand in a line apart, and no company feels them.
 */
@Component
class Admission implements MeterBinder {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private final CompanyPlaces places;
    private final CompanyPlaces ofStrangers;
    private final Limits limits;

    /** Where a company's callers wait. */
    private enum Line {
        VISITORS,
        OWN_PEOPLE
    }

    Admission(GraphQlSettings settings, Limits limits) {
        this.limits = limits;
        this.places =
                new CompanyPlaces(
                        "operations of this company",
                        settings.placesOfCompany(),
                        settings.placesBesideOthers(),
                        settings.muchAtOnce(),
                        settings.queueLimitOfCompany(),
                        LONGEST);
        this.ofStrangers =
                new CompanyPlaces(
                        "operations without a token",
                        settings.placesOfCompany(),
                        settings.queueLimitOfCompany(),
                        LONGEST);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.operation.waiting", places, CompanyPlaces::waiting)
                .description("operations that wait for others of their company")
                .register(registry);
    }

    /** A place that is given back once, at the operation's end or before. */
    private static final class Place {
        private final AtomicBoolean left = new AtomicBoolean();
        private final Runnable leave;

        Place(Runnable leave) {
            this.leave = leave;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                leave.run();
            }
        }
    }

    /**
     * The answer, once there is a place for the operation. A stream keeps none, nor does what waits
     * for somebody outside: a few of those would keep all others of the company waiting.
     */
    Mono<WebGraphQlResponse> admitted(
            Optional<Caller> caller,
            String clientAddress,
            Deadline deadline,
            Mono<WebGraphQlResponse> answer) {
        var company = caller.map(Caller::tenant).orElse(Directory.STRANGERS);
        var line =
                caller.filter(Caller.Visitor.class::isInstance).isPresent()
                        ? Line.VISITORS
                        : Line.OWN_PEOPLE;
        var whose = caller.isPresent() ? places : ofStrangers;
        return Mono.using(
                () -> {
                    caller.ifPresentOrElse(
                            limits::operation, () -> limits.operation(clientAddress));
                    whose.enter(company, line);
                    var place = new Place(() -> whose.leave(company));
                    deadline.whenOutside(place::leave);
                    return place;
                },
                _ -> answer,
                Place::leave);
    }
}
