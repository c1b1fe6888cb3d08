package io.wenda.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Knows the hashed names that the build gave to the panel's script and styles. */
@Component
public class PanelFiles {
    private static final String MANIFEST = "manifest.json";
    private static final String ENTRY = "src/panel/main.tsx";

    private final WebFolders folders;
    private final ResourceLoader files;
    private final JsonMapper json;

    PanelFiles(WebFolders folders, ResourceLoader files, JsonMapper json) {
        this.folders = folders;
        this.files = files;
        this.json = json;
    }

    /** Addresses of what the panel's page loads. */
    public record Names(String script, List<String> styles) {}

    /** The names as they are now: the list is small, and read anew it is never an old one. */
    public Names names() {
        var entry = manifest().path(ENTRY);
        return new Names(
                address(entry.path("file")),
                entry.path("css").valueStream().map(PanelFiles::address).toList());
    }

    private static String address(JsonNode file) {
        return "/w/" + file.asString();
    }

    private JsonNode manifest() {
        var manifest =
                Arrays.stream(folders.named("w/"))
                        .map(folder -> files.getResource(folder + MANIFEST))
                        .filter(file -> file.isReadable())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("web-widget is not built"));
        try (var content = manifest.getInputStream()) {
            return json.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
