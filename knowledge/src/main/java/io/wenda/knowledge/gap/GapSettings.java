package io.wenda.knowledge.gap;

import io.wenda.knowledge.embedding.Language;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How questions that the knowledge does not answer are gathered.
 *
 * @param unsureBelow confidence below which an answer counts as a gap
 * @param likeChinese cosine from which on Chinese questions mean the same
 * @param likeEnglish the same of English ones
 * @param most gaps of a company in one language; beyond, see {@link Clusters#makeRoom}
 * @param questionsKept newest questions of a gap that are kept
 * @param sweep how often ended conversations are looked for
 */
@ConfigurationProperties("wenda.knowledge.gaps")
record GapSettings(
        @DefaultValue("0.75") double unsureBelow,
        @DefaultValue("0.75") double likeChinese,
        @DefaultValue("0.82") double likeEnglish,
        @DefaultValue("1000") int most,
        @DefaultValue("100") int questionsKept,
        @DefaultValue("5s") Duration sweep) {

    double like(Language language) {
        return switch (language) {
            case CHINESE -> likeChinese;
            case ENGLISH -> likeEnglish;
        };
    }
}
