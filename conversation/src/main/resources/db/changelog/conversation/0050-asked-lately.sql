--liquibase formatted sql

--changeset wenda:bot-turn-lately
-- What customers asked last, over all conversations.
create index bot_turn_lately on bot_turn (tenant_id, at);
