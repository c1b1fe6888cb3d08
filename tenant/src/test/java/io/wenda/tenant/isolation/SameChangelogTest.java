package io.wenda.tenant.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class SameChangelogTest {
    private final SpringLiquibase started;
    private final SameChangelog changelog = new SameChangelog();

    @Autowired
    SameChangelogTest(SpringLiquibase started) {
        this.started = started;
    }

    /** Tells whether it would run. */
    private static final class Asked extends SpringLiquibase {
        private boolean runs = true;

        @Override
        public void setShouldRun(boolean runs) {
            this.runs = runs;
        }
    }

    @Test
    void liquibaseIsSparedWhereTheChangelogIsTheSameToTheLetter() {
        assertThat(asked(started.getChangeLog()).runs).isFalse();
        var other = asked("classpath:db/changelog/other.yaml");
        assertThat(other.runs).isTrue();

        changelog.postProcessAfterInitialization(other, "liquibase");

        assertThat(asked("classpath:db/changelog/other.yaml").runs).isFalse();
        var first = asked(started.getChangeLog());
        assertThat(first.runs).isTrue();
        changelog.postProcessAfterInitialization(first, "liquibase");
    }

    private Asked asked(String root) {
        var asked = new Asked();
        asked.setDataSource(started.getDataSource());
        asked.setChangeLog(root);
        changelog.postProcessBeforeInitialization(asked, "liquibase");
        return asked;
    }
}
