package io.wenda.knowledge.exchange;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Written;
import io.wenda.knowledge.exchange.FaultTable.Faulty;
import io.wenda.knowledge.exchange.OutcomeTable.Line;
import io.wenda.knowledge.exchange.WorkTable.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the lines of one transaction. */
final class Tally {
    private final boolean dryRun;
    private final List<Line> lines = new ArrayList<>();
    private final List<Faulty> refused = new ArrayList<>();
    private final List<VersionId> approved = new ArrayList<>();
    private int limited;

    Tally(boolean dryRun) {
        this.dryRun = dryRun;
    }

    void add(WantedLines.Read read, Written written) {
        switch (written) {
            case Written.Refused(var why) -> {
                refused.add(new Faulty(read.line(), why));
                add(read, Outcome.REFUSED, null);
            }
            case Written.Same(var entry) -> add(read, Outcome.SAME, entry);
            case Written.Skipped(var entry) -> add(read, Outcome.SKIPPED, entry);
            case Written.Made(var version, var first, var publish) -> {
                if (publish) {
                    approved.add(version);
                }
                add(
                        read,
                        first ? Outcome.CREATED : Outcome.REVISED,
                        first && dryRun ? null : version.entry());
            }
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<Faulty> refused() {
        return refused;
    }

    /** Versions that shall be published. */
    List<VersionId> approved() {
        return approved;
    }

    Step step() {
        return new Step(
                lines.size(),
                count(Outcome.CREATED),
                count(Outcome.REVISED),
                count(Outcome.SAME),
                count(Outcome.SKIPPED),
                refused.size(),
                limited,
                approved.size());
    }

    private void add(WantedLines.Read read, Outcome outcome, @Nullable EntryId entry) {
        var item = read.line().item();
        if (outcome != Outcome.REFUSED && read.known().terms().isLimit()) {
            limited++;
        }
        lines.add(new Line(read.line().number(), item.question(), outcome, entry));
    }

    private int count(Outcome outcome) {
        return (int) lines.stream().filter(it -> it.outcome() == outcome).count();
    }
}
