package io.wenda.knowledge.index;

import io.wenda.knowledge.embedding.Embeddings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The models and the index, once in a process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenSearchConnection.class)
class IndexSetup {

    @Bean
    Embeddings embeddings() {
        return new Embeddings();
    }

    @Bean
    SearchIndex searchIndex(OpenSearchConnection connection, Embeddings embeddings) {
        return new SearchIndex(connection, embeddings);
    }
}
