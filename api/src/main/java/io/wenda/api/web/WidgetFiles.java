package io.wenda.api.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves what pages of customers load: the loader, whose address never changes, for five minutes,
 * and the panel's files, whose names hold a hash of their content, for ever.
 */
@Configuration(proxyBeanMethods = false)
class WidgetFiles implements WebMvcConfigurer {
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final WebFolders folders;

    WidgetFiles(WebFolders folders) {
        this.folders = folders;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/w/*.js", "w/", SHORTLY);
        serve(registry, "/w/assets/**", "w/assets/", FOR_EVER);
    }

    private void serve(
            ResourceHandlerRegistry registry, String path, String folder, CacheControl cache) {
        registry.addResourceHandler(path)
                .addResourceLocations(folders.named(folder))
                .setCacheControl(cache)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
    }
}
