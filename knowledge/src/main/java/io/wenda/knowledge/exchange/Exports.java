package io.wenda.knowledge.exchange;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.EntryFilter;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.Version;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.knowledge.exchange.file.Item;
import io.wenda.knowledge.exchange.file.KnowledgeFiles;
import io.wenda.tenant.Caller;
import io.wenda.tenant.PageRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a company knows into a file, newest entries first, some at a time. */
@Component
public class Exports {
    private static final int AT_ONCE = 200;

    private final KnowledgeReader reader;
    private final KnowledgeFiles files;
    private final EntryNames names;
    private final ChannelNames channels;

    Exports(KnowledgeReader reader, KnowledgeFiles files, EntryNames names, ChannelNames channels) {
        this.reader = reader;
        this.files = files;
        this.names = names;
        this.channels = channels;
    }

    /** The latest version of each entry that the filter fits. */
    public void write(Caller caller, EntryFilter filter, FileFormat format, OutputStream out)
            throws IOException {
        try (var file = files.writer(format, out)) {
            @Nullable UUID after = null;
            var more = true;
            while (more) {
                var page = reader.page(caller, filter, new PageRequest(after, AT_ONCE, false));
                for (var item : items(caller, page.items())) {
                    file.write(item);
                }
                more = page.more();
                after = page.items().isEmpty() ? null : page.items().getLast().id().value();
            }
        }
    }

    private List<Item> items(Caller caller, List<Entry> entries) {
        var terms = new TermCells(channels.all());
        var latest =
                reader.versions(
                        caller,
                        entries.stream().map(it -> new VersionId(it.id(), it.latest())).toList());
        return entries.stream()
                .filter(it -> latest.containsKey(new VersionId(it.id(), it.latest())))
                .map(it ->
                        item(
                                it,
                                Objects.requireNonNull(
                                        latest.get(new VersionId(it.id(), it.latest()))),
                                terms))
                .toList();
    }

    private Item item(Entry entry, Version version, TermCells terms) {
        return new Item(
                names.of(entry.id()),
                version.state().name(),
                version.locale(),
                entry.category(),
                entry.tags(),
                version.question(),
                version.similarQuestions(),
                version.answer(),
                terms.of(version.audience()),
                TermCells.of(version.validity().from()),
                TermCells.of(version.validity().until()));
    }
}
