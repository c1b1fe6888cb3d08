--liquibase formatted sql

--changeset wenda:message-source runInTransaction:false
-- Which answers came from an entry: its use is counted from them. Made while others write.
create index concurrently if not exists message_source
  on message (tenant_id, source_entry, sent_at) where source_entry is not null;
