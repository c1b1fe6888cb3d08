--liquibase formatted sql

--changeset wenda:answer-rating
-- Whether the contact said that a bot's answer helped: once, so this is all of a message that ever changes.
alter table message add column helpful boolean;
grant update (helpful) on message to wenda_app;
alter table conversation add column confirmed boolean not null default false;

--changeset wenda:agent-gone
-- The clock looks for conversations of agents who are gone.
grant select (assignee_id) on conversation to wenda_system;

--changeset wenda:ticket-assignment
-- Who has it after the move; a change of hands is a move that keeps the state.
alter table ticket_move add column assignee_id uuid;
create index ticket_assignee on ticket (tenant_id, assignee_id, id);
