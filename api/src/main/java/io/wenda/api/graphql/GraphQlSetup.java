package io.wenda.api.graphql;

import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.wenda.api.scalar.PublicIds;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.exchange.Import;
import io.wenda.tenant.key.ApiKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.ClassNameTypeResolver;

/** Puts the engine together. */
@Configuration(proxyBeanMethods = false)
class GraphQlSetup {
    private static final int REMEMBERED_CHARACTERS = 4_000_000;

    @Bean
    GraphQlSourceBuilderCustomizer engine(PreparsedDocumentProvider documents) {
        var types = new ClassNameTypeResolver();
        types.addMapping(ApiKey.class, "Program");
        types.addMapping(Entry.class, "KnowledgeEntry");
        types.addMapping(Import.class, "KnowledgeImport");
        return builder ->
                builder.defaultTypeResolver(types)
                        .configureGraphQl(engine -> engine.preparsedDocumentProvider(documents));
    }

    /** Documents are parsed and validated once, as long as they are remembered. */
    @Bean
    PreparsedDocumentProvider documents() {
        var known =
                Caffeine.newBuilder()
                        .maximumWeight(REMEMBERED_CHARACTERS)
                        .weigher((String text, PreparsedDocumentEntry _) -> text.length() + 100)
                        .build();
        return (input, compute) ->
                CompletableFuture.completedFuture(
                        known.get(input.getQuery(), _ -> compute.apply(input)));
    }

    /** Controllers take a room's ids where the schema has ID. */
    @Bean
    AnnotatedControllerConfigurer annotatedControllers(
            @Qualifier("applicationTaskExecutor") Executor executor,
            List<HandlerMethodArgumentResolver> arguments,
            PublicIds ids) {
        var conversion = new ApplicationConversionService();
        PublicIds.types().forEach(type -> convert(conversion, ids, type));
        var controllers = new AnnotatedControllerConfigurer();
        controllers.configureBinder(options -> options.conversionService(conversion));
        controllers.setExecutor(executor);
        arguments.forEach(controllers::addCustomArgumentResolver);
        return controllers;
    }

    private static <T> void convert(FormatterRegistry conversion, PublicIds ids, Class<T> type) {
        conversion.addConverter(String.class, type, text -> ids.as(type, text));
    }
}
