--liquibase formatted sql

--changeset wenda:average-company splitStatements:false
-- Has the policies of requests compare with the company in such a way that statements are planned for
-- the average company. A company by name would be looked up in the statistics, and one that is younger
-- than they are taken for a single row. Each table is held for one statement only, and whoever else
-- wants it waits a second at most behind this: a backup that reads it is waited for in pauses.
create or replace procedure plan_for_the_average_company()
language plpgsql as $$
declare
  named constant text := '(tenant_id = (current_setting(''wenda.tenant_id''::text))::uuid)';
  average constant text := '(tenant_id = (select current_setting(''wenda.tenant_id'')::uuid))';
  held record;
begin
  for held in
    select tablename, policyname, qual, with_check from pg_policies
    where schemaname = 'public' and roles && '{wenda_app}' and named in (qual, with_check)
    order by tablename
  loop
    loop
      perform set_config('lock_timeout', '1s', true);
      begin
        execute format('alter policy %I on %I', held.policyname, held.tablename)
          || case when held.qual = named then ' using ' || average else '' end
          || case when held.with_check = named then ' with check ' || average else '' end;
        exit;
      exception when lock_not_available then
        perform pg_sleep(3);
      end;
    end loop;
    commit;
  end loop;
end $$;
revoke all on procedure plan_for_the_average_company() from public;

--changeset wenda:average-company-tenant runInTransaction:false
call plan_for_the_average_company();
