package io.wenda.api.graphql;

import io.wenda.tenant.Caller;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one operation may ask.
 *
 * @param timeout after which a query or mutation is given up that waits for nobody outside
 * @param maxBody largest request body
 * @param maxDepth fields nested in one another
 * @param maxComplexity fields of members and programs, lists counted by their asked size
 * @param maxVisitorComplexity the same for visitors
 * @param maxOpenComplexity the same without a caller
 * @param operationsOfCompany under way at once, queries and mutations, of a company that has the
 *     node for itself; 0 stands for sixteen a core
 * @param operationsBesideOthers the same while others are there; 0 stands for two a core, four at
 *     least
 * @param queueLimitOfCompany waiting operations of a company, and as many of its visitors, beyond
 *     which the next is refused at once
 * @param operationsOfSocket open on one WebSocket at once, subscriptions too
 */
@ConfigurationProperties("wenda.graphql")
record GraphQlSettings(
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("16") int maxDepth,
        @DefaultValue("100000") long maxComplexity,
        @DefaultValue("20000") long maxVisitorComplexity,
        @DefaultValue("5000") long maxOpenComplexity,
        @DefaultValue("0") int operationsOfCompany,
        @DefaultValue("0") int operationsBesideOthers,
        @DefaultValue("1000") int queueLimitOfCompany,
        @DefaultValue("100") int operationsOfSocket) {
    private static final int OPERATIONS_A_CORE = 16;
    private static final int BESIDE_OTHERS_A_CORE = 2;
    private static final int FEWEST_BESIDE_OTHERS = 4;
    private static final int MUCH_A_CORE = 4;

    int placesOfCompany() {
        return operationsOfCompany > 0 ? operationsOfCompany : ofCores(OPERATIONS_A_CORE);
    }

    int placesBesideOthers() {
        var usual = Math.max(FEWEST_BESIDE_OTHERS, ofCores(BESIDE_OTHERS_A_CORE));
        return Math.min(
                placesOfCompany(), operationsBesideOthers > 0 ? operationsBesideOthers : usual);
    }

    /** Whoever asks for less at once is a quiet company, beside which others have fewer places. */
    int muchAtOnce() {
        return Math.max(placesBesideOthers(), ofCores(MUCH_A_CORE));
    }

    private static int ofCores(int each) {
        return each * Runtime.getRuntime().availableProcessors();
    }

    long maxComplexity(Optional<Caller> caller) {
        return caller.map(known ->
                        switch (known) {
                            case Caller.Member _, Caller.Program _ -> maxComplexity;
                            case Caller.Visitor _ -> maxVisitorComplexity;
                        })
                .orElse(maxOpenComplexity);
    }
}
