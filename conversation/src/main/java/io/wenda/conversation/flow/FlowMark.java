package io.wenda.conversation.flow;

/** What happens in a turn of a flow, for its receipt. */
public enum FlowMark {
    SLOT_ASKED,
    SLOT_ASKED_AGAIN,
    SLOT_NOT_UNDERSTOOD,
    SENSITIVE_QUESTION,
    CONNECTOR_CALLED,
    CONNECTOR_MISSING,
    CONNECTOR_BUSY,
    CONNECTOR_CIRCUIT_OPEN,
    CONNECTOR_AWAY,
    CONNECTOR_FOUND_NOTHING,
    FIELD_MISSING,
    FLOW_ANSWERED,
    ANSWER_TOO_LONG,
    TICKET_OPENED,
    FLOW_CANCELLED,
    FLOW_LEFT
}
