package io.wenda.demo;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeEntries;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.NewEntry;
import io.wenda.knowledge.entry.Publishing;
import io.wenda.knowledge.entry.VersionAct;
import io.wenda.tenant.Caller;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Idempotency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.MutableClock;

/** Has the editor write what the bot knows, and the owner agree to it. */
final class DemoKnowledge {
    private static final Duration BETWEEN = Duration.ofMinutes(7);

    private final Stage stage;
    private final MutableClock clock;
    private final KnowledgeEntries entries;
    private final Publishing publishing;
    private final KnowledgeReader reader;
    private final Idempotency once;

    DemoKnowledge(Stage stage, PastRooms rooms, Idempotency once) {
        this.stage = stage;
        this.clock = rooms.clock();
        this.entries = rooms.get(KnowledgeEntries.class);
        this.publishing = rooms.get(Publishing.class);
        this.reader = rooms.get(KnowledgeReader.class);
        this.once = once;
    }

    /** All that is published. */
    void publish() {
        CurrentTenant.run(
                stage.tenant(),
                () -> {
                    // first all texts, so that the index takes them together
                    var made = new ArrayList<EntryId>();
                    for (var text : Texts.knowledge()) {
                        made.add(write(text, true));
                    }
                    made.forEach(this::publish);
                });
    }

    /** What is not: the editor's work of the day. */
    void draft() {
        CurrentTenant.run(stage.tenant(), () -> Texts.drafts().forEach(text -> write(text, false)));
    }

    private void publish(EntryId id) {
        var entry = reader.byIds(owner(), List.of(id)).get(id);
        if (entry != null && entry.published() == null) {
            clock.add(Duration.ofSeconds(20));
            var first = act(id, null);
            publishing.prepare(first.version());
            publishing.publish(owner(), first);
        }
    }

    private EntryId write(Texts.Knowledge text, boolean approved) {
        var attempt =
                new Idempotency.Attempt(
                        editor().key(), "demo", name(text), text.question() + text.answer());
        return once.once(
                attempt,
                () -> write(text, approved, text.comment()),
                id -> List.of(id.value()),
                ids -> new EntryId(ids.getFirst()));
    }

    private static String name(Texts.Knowledge text) {
        return "knowledge " + Integer.toHexString(text.question().hashCode());
    }

    private EntryId write(Texts.Knowledge text, boolean approved, @Nullable String comment) {
        clock.add(BETWEEN);
        var id = create(text).id();
        if (!"DRAFT".equals(text.state())) {
            clock.add(Duration.ofMinutes(1));
            entries.submit(editor(), act(id, comment));
        }
        if (approved) {
            clock.add(Duration.ofMinutes(2));
            entries.approve(owner(), act(id, null));
        }
        return id;
    }

    private Entry create(Texts.Knowledge text) {
        return entries.create(
                editor(),
                new NewEntry(
                        text.locale(),
                        text.question(),
                        text.similar(),
                        text.answer(),
                        text.category(),
                        text.tags()));
    }

    private static VersionAct act(EntryId id, @Nullable String comment) {
        return new VersionAct(new VersionId(id, 1), comment);
    }

    private Caller.Member editor() {
        return stage.who(Person.ZHOU);
    }

    private Caller.Member owner() {
        return stage.who(Person.LIN);
    }
}
