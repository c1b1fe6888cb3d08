package io.wenda.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root; a user namespace without a mapping makes root nobody, who
 * still owns root's files.
 */
final class Unprivileged {
    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /**
     * What to put before a command of PostgreSQL that works on the folder; nothing for an ordinary
     * user.
     */
    static List<String> prefix(Path folder) throws IOException {
        var user = System.getProperty("user.name");
        var nameless =
                user.equals(
                        "?"); // a container's number without an account, which initdb does not take
        if (!nameless && !user.equals("root")) {
            return List.of();
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return List.of("unshare", "-U");
        }
        if (nameless) {
            throw new EngineFailed(
                    "PostgreSQL needs a user with an account: there is none of this number.");
        }
        // a container that forbids namespaces: really become nobody, who must be able to reach the
        // folder
        if (!works(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
            throw new EngineFailed(
                    "PostgreSQL cannot run as root here: start Wenda as an ordinary user.");
        }
        return List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--no-new-privs");
    }

    private static boolean works(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
