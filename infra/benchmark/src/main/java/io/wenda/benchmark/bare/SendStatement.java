package io.wenda.benchmark.bare;

/** Message, outbox and counter in one statement: conversation, message, client's id, text. */
public final class SendStatement {
    /** The statement, which yields the message's number. */
    public static final String SQL =
            """
            with counted as (
              update bare.conversation set last_seq = last_seq + 1 where id = ? returning id, last_seq
            ), said as (
              insert into bare.message (conversation_id, seq, id, client_message_id, text)
              select id, last_seq, ?, ?, ? from counted
              returning conversation_id, seq, id
            ), noted as (
              insert into bare.outbox (event_id, type, conversation_id, payload)
              select id, 'MESSAGE_SENT', conversation_id, jsonb_build_object('seq', seq) from said
            )
            select seq from said
            """;

    private SendStatement() {}
}
