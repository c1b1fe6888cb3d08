package io.wenda.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Company;
import io.wenda.RunningApplication;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files browsers get, how long they may keep them, and what they may do with them. */
class ServedFilesTest extends RunningApplication {
    private static final Pattern ASSET = Pattern.compile("=\"(/(?:console|w)/assets/[^\"]+)\"");
    private static final String FOR_EVER = "max-age=31536000, public, immutable";

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/desk", "/console/knowledge/kne_1/versions"})
    void everyAddressOfTheConsoleIsItsPageAndNeverFromACache(String address) {
        var page = get(address);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<!doctype html>");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/assets/none-12345678.js",
                "/console/none.js",
                "/console/../application.yaml",
                "/w/none.js",
                "/w/assets/none.css",
                "/w/none/panel"
            })
    void whatIsNotThereIsNotFound(String address) {
        assertThat(get(address).statusCode()).isIn(400, 404);
    }

    @Test
    void filesWithAHashInTheirNameAreKeptForEver() {
        var assets = ASSET.matcher(get("/console/").body()).results().toList();

        assertThat(assets).isNotEmpty();
        for (var asset : assets) {
            var file = get(asset.group(1));
            assertThat(file.statusCode()).as(asset.group(1)).isEqualTo(200);
            assertThat(header(file, "Cache-Control")).as(asset.group(1)).isEqualTo(FOR_EVER);
            assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void filesComeCompressedAsTheBuildLeftThem() {
        var asset = ASSET.matcher(get("/console/").body()).results().findFirst().orElseThrow();
        var packed =
                OUTSIDE.send(
                        HttpRequest.newBuilder(OUTSIDE.at(asset.group(1)))
                                .header("Accept-Encoding", "br, gzip")
                                .build());

        assertThat(header(packed, "Content-Encoding")).isIn("br", "gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
    }

    @Test
    void theLoadersAddressNeverChangesSoItIsKeptFiveMinutes() {
        var loader = get("/w/loader.js");

        assertThat(loader.statusCode()).isEqualTo(200);
        assertThat(header(loader, "Content-Type")).startsWith("text/javascript");
        assertThat(header(loader, "Cache-Control")).isEqualTo("max-age=300, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/sign-in", "/console/assets/none.js"})
    void ourOwnPagesLoadNothingFromElsewhereAndAreFramedByNobody(String address) {
        var page = get(address);

        assertThat(policy(page))
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .doesNotContain("http:", "https:", "*", "unsafe-eval");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void thePanelIsFramedByItsChannelsPagesAloneAndNeverKept() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var key = company.newChannel(true).path("publicKey").asString();

        var panel = get("/w/" + key + "/panel");

        assertThat(panel.statusCode()).isEqualTo(200);
        assertThat(policy(panel))
                .endsWith("frame-ancestors " + Company.PAGE)
                .contains("default-src 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(header(panel, "Cache-Control")).isEqualTo("no-store");
        ASSET.matcher(panel.body())
                .results()
                .forEach(file ->
                        assertThat(header(get(file.group(1)), "Cache-Control"))
                                .isEqualTo(FOR_EVER));
    }

    @Test
    void theRootLeadsToTheConsole() {
        var root = get("/");

        assertThat(root.statusCode()).isEqualTo(302);
        assertThat(header(root, "Location")).endsWith("/console/");
    }

    private static HttpResponse<String> get(String address) {
        return OUTSIDE.send(HttpRequest.newBuilder(OUTSIDE.at(address)).build());
    }

    private static String policy(HttpResponse<String> page) {
        return header(page, "Content-Security-Policy");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
