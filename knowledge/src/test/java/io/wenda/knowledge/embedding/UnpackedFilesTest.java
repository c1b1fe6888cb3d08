package io.wenda.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedFilesTest {
    private static final String IN_A_JAR = "/" + Language.ENGLISH.model() + "-tokenizer.json";
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir private Path folder;

    private Path kept() {
        return new UnpackedFiles(folder.toString()).kept(IN_A_JAR).orElseThrow();
    }

    private static byte[] packed() throws IOException {
        try (var in =
                Objects.requireNonNull(UnpackedFilesTest.class.getResourceAsStream(IN_A_JAR))) {
            return in.readAllBytes();
        }
    }

    @Test
    void unpacksAFileOnceForAllStarts() throws IOException {
        var first = kept();
        Files.setLastModifiedTime(first, LONG_AGO);

        assertThat(kept()).isEqualTo(first).hasBinaryContent(packed());
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(LONG_AGO);
        assertThat(first.getParent()).isDirectoryNotContaining(file -> !file.equals(first));
    }

    @Test
    void unpacksAgainWhatIsNotWhole() throws IOException {
        Files.writeString(kept(), "cut off");

        assertThat(kept()).hasBinaryContent(packed());
    }

    @Test
    void doesWithoutAFolderThatCannotBeWritten() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(new UnpackedFiles(file.toString()).kept(IN_A_JAR)).isEmpty();
        assertThat(new UnpackedFiles("").kept(IN_A_JAR)).isEmpty();
        assertThat(file).hasContent("no folder");
    }

    @Test
    void aModelReadsTheSameFromAKeptFileAsFromAPassingOne() throws Exception {
        try (var kept = new Model(Language.ENGLISH.model(), new UnpackedFiles(folder.toString()));
                var passing = new Model(Language.ENGLISH.model(), new UnpackedFiles(""))) {
            assertThat(kept.embed("Where is my parcel?"))
                    .isEqualTo(passing.embed("Where is my parcel?"));
        }
    }
}
