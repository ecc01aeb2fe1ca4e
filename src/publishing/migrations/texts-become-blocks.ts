import { type Kysely, sql } from 'kysely'

/** The identifier that an import gives to the same row, so that the next import finds it. */
const idOf = (part: 'heading' | 'text') =>
  sql.raw(
    `substr(encode(sha256(convert_to(concat(t.section, ' ', t.position, ' ${part}'), 'UTF8')), 'hex'), 1, 32)::uuid::text`,
  )

/** The texts that stood in a table of rows become version 1 of each section; as they were public, edition 1 as well. */
export async function textsBecomeBlocks(db: Kysely<unknown>): Promise<void> {
  await sql`insert into section_version
      (partnership_id, id, section, version, blocks, written_by, written_at, origin)
    select b.partnership_id, gen_random_uuid(), b.section, 1,
      jsonb_agg(b.block order by b.first, b.position, b.part), null, now(), 'imported'
    from (
      select t.partnership_id, t.section, t.position, 1 as first, 0 as part,
        jsonb_build_object('id', ${idOf('heading')}, 'kind', 'heading', 'text', t.heading) as block
      from statement_text t where t.kind = 'paragraph' and t.heading <> ''
      union all
      select t.partnership_id, t.section, t.position, case when t.kind = 'lead' then 0 else 1 end, 1,
        jsonb_build_object('id', ${idOf('text')}, 'kind', t.kind, 'text', t.text, 'cited',
          case when t.source_key is not null
            then jsonb_build_object('source', t.source_key, 'locus', t.locus) end)
        || case when t.kind = 'paragraph' then '{}'::jsonb
             else jsonb_build_object('heading', coalesce(t.heading, '')) end
      from statement_text t
    ) b group by b.partnership_id, b.section`.execute(db)
  await sql`insert into edition
      (partnership_id, id, number, title, summary, published_at, published_by, changes, main_changes)
    select v.partnership_id, gen_random_uuid(), 1, 'First edition',
      'The words that stood in the statement before editions were kept. Its figures were not kept with it.',
      now(), null, null, '[]'
    from (select distinct partnership_id from section_version) v`.execute(db)
  await sql`insert into edition_section (partnership_id, edition_id, section, version, blocks)
    select v.partnership_id, e.id, v.section, v.version, v.blocks
    from section_version v join edition e on e.partnership_id = v.partnership_id`.execute(db)
  await sql`drop table statement_text`.execute(db)
}
