package io.wenda.demo;

import io.wenda.tenant.Role;
import java.util.List;
import java.util.Set;

/** Who works at the demo company. */
enum Person {
    LIN("林晓 Lin Xiao", "lin", Role.OWNER),
    CHEN("陈静 Chen Jing", "chen", Role.AGENT),
    TOM("Tom Baker", "tom", Role.AGENT),
    ZHOU("周敏 Zhou Min", "zhou", Role.EDITOR);

    private final String shown;
    private final String mailbox;
    private final Role role;

    Person(String shown, String mailbox, Role role) {
        this.shown = shown;
        this.mailbox = mailbox;
        this.role = role;
    }

    /** Who has that name in the files. */
    static Person named(String word) {
        return List.of(values()).stream()
                .filter(it -> it.mailbox.equals(word))
                .findFirst()
                .orElseThrow();
    }

    String shown() {
        return shown;
    }

    /** Her name in the files. */
    String word() {
        return mailbox;
    }

    String address() {
        return mailbox + "@demo-tea.example";
    }

    Role role() {
        return role;
    }

    Set<Role> roles() {
        return Set.of(role);
    }
}
