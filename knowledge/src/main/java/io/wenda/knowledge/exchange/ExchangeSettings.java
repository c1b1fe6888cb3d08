package io.wenda.knowledge.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How imports are done.
 *
 * @param uploadLife how long a file waits for its import
 * @param uploads most files of a company that are kept; a further one takes the place of the oldest
 *     that no open import uses
 * @param kept how long it is known what became of an import
 * @param sweep time between two looks for imports that are due
 * @param lease time after which another node goes on with an import whose node died
 * @param batch lines of a transaction
 */
@ConfigurationProperties("wenda.knowledge.exchange")
record ExchangeSettings(
        @DefaultValue("24h") Duration uploadLife,
        @DefaultValue("20") int uploads,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("8s") Duration lease,
        @DefaultValue("200") int batch) {}
