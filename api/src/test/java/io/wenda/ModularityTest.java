package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTest {
    /** Design section 1: the rooms that each room may know; embedded is known by none. */
    private static final Map<String, Set<String>> MAY_KNOW =
            Map.of(
                    "tenant", Set.of(),
                    "knowledge", Set.of("tenant"),
                    "conversation", Set.of("tenant", "knowledge"),
                    "integration", Set.of("tenant", "knowledge", "conversation"),
                    "billing", Set.of("tenant", "knowledge", "conversation"),
                    "analytics", Set.of("tenant", "knowledge", "conversation"),
                    "api",
                            Set.of(
                                    "tenant",
                                    "knowledge",
                                    "conversation",
                                    "integration",
                                    "billing",
                                    "analytics"),
                    "embedded", Set.of());

    private final ApplicationModules modules = ApplicationModules.of(Wenda.class);

    @Test
    void roomsKeepTheirBoundaries() {
        modules.verify();
    }

    @Test
    void theRoomsAreThoseOfTheHouse() {
        assertThat(modules.stream().map(ModularityTest::name))
                .containsExactlyInAnyOrderElementsOf(MAY_KNOW.keySet());
    }

    @Test
    void roomsKnowOnlyTheRoomsBelowThem() {
        for (var room : modules) {
            var known =
                    room.getDirectDependencies(modules)
                            .stream()
                            .map(dependency -> name(dependency.getTargetModule()))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(MAY_KNOW.get(name(room))).as(name(room)).containsAll(known);
        }
    }

    @Test
    void thePictureOfTheRoomsIsDrawn() {
        new Documenter(modules).writeDocumentation();
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
