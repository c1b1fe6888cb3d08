-- For a ClickHouse server of your own, once, as its administrator: the users that Wenda needs and the wall between
-- companies. (The embedded engine has the same in its users.xml.) Set the two passwords, and put them into
-- wenda.clickhouse.password and wenda.clickhouse.reader-password.
create database if not exists wenda;

create user if not exists wenda_writer identified by 'CHANGE-ME-WRITER';
grant select, insert, create table, create view, drop table, drop view, alter, truncate, optimize on wenda.* to wenda_writer;
grant table engine on * to wenda_writer;

-- readonly 2: settings may be changed, as drivers do; data, schema and this setting itself may not
create settings profile if not exists wenda_reader settings readonly = 2 const;
create user if not exists wenda_reader identified by 'CHANGE-ME-READER' settings profile wenda_reader;

-- What is granted is filtered, table by table: the company is what stands before the colon of the query id, which a query
-- cannot change from within; without a colon the query fails. Run these before the application's first start or after it; tables need not exist yet.
create row policy or replace wenda_tenant on wenda.raw_events
    using tenant_id = toUUID(splitByChar(':', initialQueryID())[-2]) to wenda_reader;
create row policy or replace wenda_tenant on wenda.conversation_facts
    using tenant_id = toUUID(splitByChar(':', initialQueryID())[-2]) to wenda_reader;
create row policy or replace wenda_tenant on wenda.sla_clocks
    using tenant_id = toUUID(splitByChar(':', initialQueryID())[-2]) to wenda_reader;
-- the writer ships for all companies
create row policy if not exists wenda_writer on wenda.raw_events using 1 to wenda_writer;
create row policy if not exists wenda_writer on wenda.conversation_facts using 1 to wenda_writer;
create row policy if not exists wenda_writer on wenda.sla_clocks using 1 to wenda_writer;
grant select on wenda.raw_events to wenda_reader;
grant select on wenda.conversation_facts to wenda_reader;
grant select on wenda.sla_clocks to wenda_reader;
