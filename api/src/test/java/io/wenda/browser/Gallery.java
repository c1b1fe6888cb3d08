package io.wenda.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Pictures of the screens, where {@code -Dscreenshots} asks for them: all of them in
 * target/screenshots, the best in the tree too.
 */
final class Gallery {
    private static final Path ALL = Path.of("target", "screenshots");
    private static final Path IN_THE_TREE = Path.of("..", "infra", "screenshots");
    private static final Set<String> BEST =
            Set.of(
                    "sign-up-zh-light",
                    "first-steps-en-light",
                    "conversation-en-light",
                    "conversation-en-dark",
                    "conversation-zh-light",
                    "conversation-zh-phone-light",
                    "desk-zh-phone-dark",
                    "knowledge-zh-light",
                    "entry-en-light",
                    "review-zh-dark",
                    "ask-the-bot-en-light",
                    "reports-en-light",
                    "reports-zh-dark",
                    "reports-zh-phone-light",
                    "tickets-en-light",
                    "channel-en-light",
                    "intents-zh-light",
                    "graphql-en-dark",
                    "widget-answer-en-desktop-light",
                    "widget-answer-zh-CN-desktop-light",
                    "widget-answer-zh-CN-phone-dark",
                    "widget-rating-zh-CN-desktop-light",
                    "handover-zh-CN-phone-dark");

    private static final int FEWEST_COLOURS = 8;
    private static final int STEP = 3;

    private static final boolean OPEN = System.getProperty("screenshots") != null;

    private Gallery() {}

    /** Whether pictures are kept. */
    static boolean isOpen() {
        return OPEN;
    }

    /** The picture must show something. */
    static void look(String title, byte[] picture) {
        assertThat(colours(picture)).as("colours of %s", title).isGreaterThan(FEWEST_COLOURS);
    }

    /** Keeps the PNG picture, which must show something. */
    static void hang(String title, byte[] picture) {
        look(title, picture);
        write(ALL, title, picture);
        if (BEST.contains(title)) {
            write(IN_THE_TREE, title, picture);
        }
    }

    private static long colours(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            return IntStream.range(0, image.getWidth() / STEP * (image.getHeight() / STEP))
                    .map(it ->
                            image.getRGB(
                                    it % (image.getWidth() / STEP) * STEP,
                                    it / (image.getWidth() / STEP) * STEP))
                    .distinct()
                    .limit(FEWEST_COLOURS + 1)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String title, byte[] picture) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(title + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
