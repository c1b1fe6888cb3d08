--liquibase formatted sql

--changeset wenda:intent-flow
-- What is asked and done for an intent; null: handed over at once.
alter table intent add column flow jsonb;
-- From which probability on one is meant; null: ours.
alter table intent_set add column threshold double precision check (threshold between 0 and 1);
