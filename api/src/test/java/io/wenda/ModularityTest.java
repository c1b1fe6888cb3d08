package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The rooms are those of the design, and each sees only what stands below it. */
class ModularityTest {
    private static final ApplicationModules ROOMS = ApplicationModules.of(Wenda.class);

    @Test
    void noRoomReachesIntoAnother() {
        ROOMS.verify();
    }

    @Test
    void theRoomsStandAsTheDesignSays() {
        assertThat(below("tenant")).isEmpty();
        assertThat(below("knowledge")).isEqualTo("tenant");
        assertThat(below("conversation")).isEqualTo("knowledge tenant");
        assertThat(below("integration")).isEqualTo("tenant");
        assertThat(below("billing")).isEqualTo("conversation tenant");
        assertThat(below("analytics")).isEqualTo("conversation tenant");
        assertThat(below("api")).isEqualTo("analytics conversation knowledge tenant");
    }

    private static String below(String room) {
        return ROOMS.getModuleByName(room).orElseThrow()
                .getDirectDependencies(ROOMS, DependencyType.values())
                .uniqueModules()
                .map(module -> module.getIdentifier().toString())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
