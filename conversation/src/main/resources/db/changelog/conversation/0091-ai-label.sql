--liquibase formatted sql

--changeset wenda:message-ai-label
-- A language model worded it: said wherever the message is shown.
alter table message add column ai_generated boolean not null default false;
