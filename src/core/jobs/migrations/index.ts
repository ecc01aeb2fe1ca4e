import { sql } from 'kysely'
import { forward, type Migrations } from '../../db/index.ts'

/**
 * The one way for the application's role to add a job, inside the transaction of its actor.
 * It runs with the owner's rights, so that nobody needs any on the queue's own tables, where the payloads of all
 * partnerships lie together. The tables are pg-boss's and are made by `prepareJobs`.
 */
export const jobsMigrations: Migrations = {
  '2026-11-22T0623-jobs': forward(async (db) => {
    await sql`create function mercat_enqueue(job_id uuid, queue text, payload jsonb, start_at timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      starts timestamptz := coalesce(start_at, now());
      settings record;
    begin
      select * into settings from pgboss.queue q where q.name = queue;
      if not found then
        raise exception 'There is no queue named %.', queue;
      end if;
      insert into pgboss.job (id, name, data, start_after, created_on, keep_until, expire_seconds, deletion_seconds,
        retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
      values (job_id, queue, payload, starts, now(), starts + settings.retention_seconds * interval '1 second',
        settings.expire_seconds, settings.deletion_seconds, settings.retry_limit, settings.retry_delay,
        settings.retry_backoff, settings.retry_delay_max, settings.policy, settings.dead_letter,
        settings.heartbeat_seconds);
      -- Only a hint that work is there: it goes out with the commit, and without it the worker looks a little later.
      if starts <= now() then
        perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), queue);
      end if;
    end $$`.execute(db)
    await sql`revoke all on function mercat_enqueue from public`.execute(db)
    await sql`grant execute on function mercat_enqueue to mercat_app`.execute(db)
  }),
}
