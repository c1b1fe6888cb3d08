-- For a PostgreSQL 18 of your own, once, as its administrator: the database and the roles that Wenda needs. (The embedded
-- engine makes the same.) The three passwords are variables of psql:
--   psql -v owner=... -v app=... -v system=... -f postgres-roles.sql postgres
create role wenda_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner';
create role wenda_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'app';
create role wenda_system login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'system';
-- reads everything for a logical backup; give it a login only where one is made over the network
create role wenda_backup nologin nosuperuser nocreatedb nocreaterole noreplication bypassrls;
-- text is compared as the embedded engine does, whatever the server's own locale is
create database wenda owner wenda_owner template template0 encoding 'UTF8'
  locale 'C' locale_provider builtin builtin_locale 'C.UTF-8';
revoke all on database wenda from public;
grant connect on database wenda to wenda_app, wenda_system, wenda_backup;
grant pg_read_all_data to wenda_backup;
\connect wenda
alter schema public owner to wenda_owner;
revoke all on schema public from public;
grant usage on schema public to wenda_app, wenda_system;
