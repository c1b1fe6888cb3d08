--liquibase formatted sql

--changeset wenda:knowledge-move-transaction
-- Which moves were there when a replay began: a move may be committed long after its time.
alter table knowledge_move add column xid xid8;
alter table knowledge_move alter column xid set default pg_current_xact_id();
alter table knowledge_trial add column seen pg_snapshot;
