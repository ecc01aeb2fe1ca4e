import { type Kysely, sql } from 'kysely'

/**
 * A change is approved under the authority of a role that whoever writes it has: nobody approves as somebody else, whatever
 * a person's code may try.
 */
export async function approverRole(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run('alter table authority add unique (partnership_id, id, kind, limit_pence, role)')
  await run('alter table contract_change add column authority_role text')
  await run(`update contract_change c set authority_role = a.role from authority a
    where a.partnership_id = c.partnership_id and a.id = c.authority_id`)
  await run(`alter table contract_change
    drop constraint approved_with_authority,
    add constraint approved_with_authority check (
      state <> 'applied' or kind = 'import'
        or (authority_id is not null and authority_limit is not null and authority_role is not null and value_pence <= authority_limit)
    ),
    add foreign key (partnership_id, authority_id, kind, authority_limit, authority_role)
      references authority (partnership_id, id, kind, limit_pence, role)`)
  await run(`create policy only_who_has_the_role_approves on contract_change as restrictive
    for all using (true) with check (
      authority_role is null or current_setting('app.kind', true) = 'system'
        or authority_role = any(string_to_array(current_setting('app.roles', true), ','))
    )`)
}
