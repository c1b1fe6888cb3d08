package io.wenda.conversation.serving;

/** What the bot says by itself in a flow, in the contact's language. */
enum FlowPhrases {
    ENGLISH(
            "Sorry, I did not understand that.",
            "All right, I have stopped here. What else can I do for you?",
            "I have opened ticket #%d for you."),
    SIMPLIFIED("抱歉，我没有看懂。", "好的，已取消。请问还有什么可以帮您？", "已为您登记工单 #%d。"),
    TRADITIONAL("抱歉，我沒有看懂。", "好的，已取消。請問還有什麼可以幫您？", "已為您登記工單 #%d。");

    private final String notUnderstood;
    private final String cancelled;
    private final String ticketOpened;

    FlowPhrases(String notUnderstood, String cancelled, String ticketOpened) {
        this.notUnderstood = notUnderstood;
        this.cancelled = cancelled;
        this.ticketOpened = ticketOpened;
    }

    /** For a BCP 47 language. */
    static FlowPhrases in(String language) {
        return switch (BotPhrases.in(language)) {
            case ENGLISH -> ENGLISH;
            case SIMPLIFIED -> SIMPLIFIED;
            case TRADITIONAL -> TRADITIONAL;
        };
    }

    String notUnderstood() {
        return notUnderstood;
    }

    String cancelled() {
        return cancelled;
    }

    String ticketOpened(int number) {
        return ticketOpened.formatted(number);
    }
}
