package io.wenda.knowledge.embedding;

import java.util.ArrayList;
import java.util.List;

/**
 * What is read for what was written, in knowledge and questions alike: English words inside Chinese
 * and colloquial ones as knowledge says them, English typos put right. Codes stay as they are.
 */
final class CommonWords {
    private static final Rewording CHINESE = Rewording.read("/wording/zh.txt", new ArrayList<>());
    private static final List<String> SERVICE = new ArrayList<>();
    private static final Rewording ENGLISH = Rewording.read("/wording/en.txt", SERVICE);
    private static final Spelling SPELLING =
            Spelling.of(Language.ENGLISH.model(), List.copyOf(SERVICE));

    private CommonWords() {}

    static NormalText of(NormalText text) {
        return switch (text.language()) {
            case CHINESE -> CHINESE.of(text);
            case ENGLISH -> SPELLING.of(ENGLISH.of(text));
        };
    }
}
