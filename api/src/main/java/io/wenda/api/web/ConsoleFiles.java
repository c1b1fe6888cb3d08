package io.wenda.api.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the console at {@code /console/}: files whose name holds a hash of their content for ever,
 * fonts, whose names the plain pages know, for a week, the page itself never from a cache, each
 * compressed as the build left it.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final WebFolders folders;

    ConsoleFiles(WebFolders folders) {
        this.folders = folders;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/console/assets/**")
                .addResourceLocations(folders.named("console/assets/"))
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler("/console/fonts/**")
                .addResourceLocations(folders.named("console/fonts/"))
                .setCacheControl(CacheControl.maxAge(A_WEEK).cachePublic());
        registry.addResourceHandler("/console/**")
                .addResourceLocations(folders.named("console/"))
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new OnePage());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/console/");
        registry.addRedirectViewController("/console", "/console/");
        registry.addViewController("/console/").setViewName("forward:/console/" + OnePage.PAGE);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ConsolePolicy()).addPathPatterns("/console/**");
    }
}
