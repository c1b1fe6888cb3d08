package io.wenda.api.web;

import java.util.Arrays;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.stereotype.Component;

/** Where the files of the web modules lie: in their jars, or where a developer builds them. */
@Component
class WebFolders {
    private final WebProperties web;

    WebFolders(WebProperties web) {
        this.web = web;
    }

    /** The folder of that name, ending with a slash, in each place. */
    String[] named(String folder) {
        return Arrays.stream(web.getResources().getStaticLocations())
                .map(place -> place + folder)
                .toArray(String[]::new);
    }
}
