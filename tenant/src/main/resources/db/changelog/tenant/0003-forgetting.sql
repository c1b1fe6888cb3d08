--liquibase formatted sql

--changeset wenda:forgetting
-- What nobody can ask for any more, the system role deletes.
create policy old on idempotency to wenda_system using (at < now() - interval '24 hours');
grant select, delete on idempotency to wenda_system;
create policy old on mailed_link to wenda_system
  using (used_at is not null or expires_at < now());
grant select, delete on mailed_link to wenda_system;

--changeset wenda:forgetting-directory splitStatements:false
-- Entries of things that end: links of mails, sign-ups that can be repeated.
create function directory_forget(p_before timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten int;
begin
  delete from directory
  where kind in ('INVITATION', 'EMAIL_VERIFICATION', 'SIGN_UP')
    and created_at < least(p_before, now() - interval '24 hours');
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke all on function directory_forget(timestamptz) from public;
grant execute on function directory_forget(timestamptz) to wenda_system;
