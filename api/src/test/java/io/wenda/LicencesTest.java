package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nothing is built in under a licence that nobody has agreed to. */
class LicencesTest {
    private static final Set<String> AGREED =
            Set.of(
                    "0BSD",
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "BSD-4-Clause",
                    "Bouncy Castle Licence",
                    "CC0-1.0",
                    "EPL-2.0",
                    "ISC",
                    "MIT",
                    "MIT-0",
                    "PSF-2.0",
                    "Unicode-3.0",
                    "Unlicense");

    /** What one part alone may have: decision 0030; a font; a tool of the build. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of(
                    "com.google.re2j:re2j", "Go License", // the text of BSD-3-Clause
                    "org.liquibase:liquibase-core", "FSL-1.1-ALv2",
                    "@fontsource-variable/inter", "OFL-1.1",
                    "lightningcss", "MPL-2.0");

    @ParameterizedTest
    @ValueSource(strings = {"../api", "../infra/embedded/node", "../web-widget", "../web-console"})
    void everyPartHasALicenceThatWasAgreedTo(String module) throws Exception {
        var file = Path.of(module, "target/sbom/bom.json");
        assertThat(file)
                .as(
                        "made by a run of all tests; by one test with -Dcyclonedx.skip=false -Dweb.test.skip=false, not -o")
                .exists();

        var bill = Outside.JSON.readTree(Files.readString(file));

        assertThat(bill.path("components").size()).isGreaterThan(50);
        assertThat(unwanted(bill)).isEmpty();
    }

    @Test
    void whatWasNotAgreedToIsNamed() {
        var bill =
                Outside.JSON.readTree(
                        """
                        {"components": [
                          {"group": "a", "name": "good", "licenses": [{"license": {"id": "MIT"}}]},
                          {"group": "a", "name": "either", "licenses": [{"license": {"id": "GPL-3.0-only"}}, {"license": {"id": "MIT"}}]},
                          {"name": "choice", "licenses": [{"expression": "(GPL-3.0-only OR ISC)"}]},
                          {"name": "both", "licenses": [{"expression": "MIT AND GPL-3.0-only"}]},
                          {"group": "a", "name": "bad", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
                          {"group": "a", "name": "odd", "licenses": [{"license": {"name": "Ours"}}]},
                          {"group": "a", "name": "none"},
                          {"group": "a", "name": "fsl", "licenses": [{"license": {"id": "FSL-1.1-ALv2"}}]}]}
                        """);

        assertThat(unwanted(bill)).containsExactly("both", "a:bad", "a:odd", "a:none", "a:fsl");
    }

    private static List<String> unwanted(JsonNode bill) {
        return bill.path("components")
                .valueStream()
                .filter(part ->
                        part.path("licenses")
                                .valueStream()
                                .flatMap(LicencesTest::choices)
                                .noneMatch(choice -> agreed(name(part), choice)))
                .map(LicencesTest::name)
                .toList();
    }

    private static Stream<String> choices(JsonNode licence) {
        var named = licence.path("license");
        var text =
                Stream.of(named.path("id"), named.path("name"), licence.path("expression"))
                        .filter(JsonNode::isString)
                        .findFirst()
                        .map(JsonNode::asString)
                        .orElse("");
        return Arrays.stream(text.replaceAll("[()]", "").split(" OR ", -1));
    }

    private static boolean agreed(String part, String choice) {
        return Arrays.stream(choice.split(" AND ", -1))
                .allMatch(each -> AGREED.contains(each) || isException(part, each));
    }

    private static boolean isException(String part, String licence) {
        return EXCEPTIONS.entrySet().stream()
                .anyMatch(it ->
                        (part.equals(it.getKey()) || part.startsWith(it.getKey() + "-"))
                                && it.getValue().equals(licence));
    }

    private static String name(JsonNode part) {
        var group = part.path("group").asString("");
        return group.isEmpty()
                ? part.path("name").asString()
                : group + (group.startsWith("@") ? "/" : ":") + part.path("name").asString();
    }
}
