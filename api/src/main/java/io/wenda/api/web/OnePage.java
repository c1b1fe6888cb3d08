package io.wenda.api.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Every address of the console is its one page, which knows what to show; a missing file is not.
 */
final class OnePage extends PathResourceResolver {
    static final String PAGE = "index.html";

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        var file = super.getResource(path, location);
        return file != null || StringUtils.getFilenameExtension(path) != null
                ? file
                : super.getResource(PAGE, location);
    }
}
