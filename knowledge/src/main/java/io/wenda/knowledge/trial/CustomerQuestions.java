package io.wenda.knowledge.trial;

import io.wenda.knowledge.answering.Asked;
import java.util.List;

/** What customers asked the bot; the room that talks with them knows. */
public interface CustomerQuestions {

    /**
     * The last questions of the current company, newest first, as they were written, by whom they
     * were.
     */
    List<Asked> last(int most);
}
