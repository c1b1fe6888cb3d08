package io.wenda.knowledge.index;

import io.wenda.knowledge.cell.CompanyCells;
import io.wenda.knowledge.embedding.EmbeddingSettings;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.tenant.engine.EngineProbe;
import io.wenda.tenant.engine.EngineSpans;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The models and the index, once in a process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OpenSearchConnection.class, EmbeddingSettings.class})
class IndexSetup {

    @Bean
    Embeddings embeddings(EmbeddingSettings settings) {
        return new Embeddings(settings);
    }

    /** A start without the models fails: they are loaded meanwhile, and waited for at its end. */
    @Bean
    SmartInitializingSingleton models(Embeddings embeddings) {
        return embeddings::await;
    }

    @Bean
    SearchIndex searchIndex(
            OpenSearchConnection connection,
            Embeddings embeddings,
            CompanyCells cells,
            EngineSpans spans) {
        return new SearchIndex(
                connection, embeddings, cells::live, spans, IndexDefinition.current());
    }

    @Bean
    EngineProbe openSearchAnswers(SearchIndex index) {
        return new EngineProbe(Engine.NAME, false, index::probe);
    }
}
