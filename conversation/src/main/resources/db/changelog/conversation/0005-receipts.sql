--liquibase formatted sql

--changeset wenda:bot-turn-grounds
-- What the decision stood on besides the candidates; null of turns before there were any.
alter table bot_turn add column grounds jsonb;

--changeset wenda:bot-turn-answer runInTransaction:false
-- Which conversations got a version. Made while others write.
create index concurrently if not exists bot_turn_answer
  on bot_turn (tenant_id, entry_id, entry_version, conversation_id) where decision = 'ANSWER';
