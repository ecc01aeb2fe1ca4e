import { sql } from 'kysely'
import { forward, type Migrations } from '../migrate.ts'

/** The role that all requests run as, and the extension that period constraints need. */
export const dbMigrations: Migrations = {
  '2026-11-22T0600-role': forward(async (db) => {
    // Roles belong to the whole server: an administrator may have made it, or another process just now.
    await sql`do $$ begin
      if not exists (select from pg_roles where rolname = 'mercat_app') then
        create role mercat_app nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db)
    // Tried rather than looked up: from PostgreSQL 16 on, who made a role is its member and still may not take it on.
    await sql`do $$ begin
      set local role mercat_app;
      set local role none;
    exception when insufficient_privilege then
      begin
        execute format('grant mercat_app to %I', session_user);
      exception when unique_violation or internal_error then null; -- another process just now
      end;
    end $$`.execute(db)
    await sql`grant usage on schema public to mercat_app`.execute(db)
    await sql`create extension if not exists btree_gist`.execute(db)
  }),
}
