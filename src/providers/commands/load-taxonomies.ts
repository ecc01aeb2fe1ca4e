import { sql } from 'kysely'
import { type Db, json } from '../../core/db/index.ts'
import { loadDuties } from '../organisations/commands/load-duties.ts'
import { careGroupSets, careGroups } from '../reference/care-groups.ts'
import { ratingScales } from '../reference/rating-scales.ts'
import { regulatorTerms } from '../reference/regulator-terms.ts'
import { serviceTypes } from '../reference/service-types.ts'
import { providers } from '../schema.ts'

/** Writes the care groups, service types, duties to register, rating scales and what regulators' words mean; safe to run at every start, since only what differs is touched. */
export async function loadTaxonomies(db: Db): Promise<void> {
  await saveCareGroups(db)
  await saveServiceTypes(db)
  await loadDuties(db)
  await saveCareGroupSets(db)
  await saveRatingScales(db)
  await saveRegulatorTerms(db)
}

async function saveCareGroups(db: Db): Promise<void> {
  const rows = careGroups.map((group, position) => ({ ...group, position }))
  await sql`insert into care_group as t (key, position, name, other_names, valid)
    select g.key, g.position, g.name, g."otherNames", daterange(g."validFrom", g."validTo", '[]')
      from jsonb_to_recordset(${json(rows)}) as g (key text, position integer, name text, "otherNames" jsonb,
        "validFrom" date, "validTo" date)
    on conflict (key) do update set position = excluded.position, name = excluded.name,
        other_names = excluded.other_names, valid = excluded.valid
      where (t.position, t.name, t.other_names, t.valid)
        is distinct from (excluded.position, excluded.name, excluded.other_names, excluded.valid)`.execute(
    providers(db),
  )
}

async function saveServiceTypes(db: Db): Promise<void> {
  const rows = serviceTypes.map((type, position) => ({ ...type, position }))
  await sql`insert into service_type as t (key, position, name, other_names, valid, counted_in_places, lived_in)
    select g.key, g.position, g.name, g."otherNames", daterange(g."validFrom", g."validTo", '[]'),
        coalesce(g."countedInPlaces", false), coalesce(g."livedIn", false)
      from jsonb_to_recordset(${json(rows)}) as g (key text, position integer, name text, "otherNames" jsonb,
        "validFrom" date, "validTo" date, "countedInPlaces" boolean, "livedIn" boolean)
    on conflict (key) do update set position = excluded.position, name = excluded.name,
        other_names = excluded.other_names, valid = excluded.valid,
        counted_in_places = excluded.counted_in_places, lived_in = excluded.lived_in
      where (t.position, t.name, t.other_names, t.valid, t.counted_in_places, t.lived_in) is distinct from
        (excluded.position, excluded.name, excluded.other_names, excluded.valid, excluded.counted_in_places,
          excluded.lived_in)`.execute(providers(db))
}

async function saveCareGroupSets(db: Db): Promise<void> {
  const members = careGroupSets.flatMap(({ key, careGroups: groups }) =>
    groups.map((group, position) => ({ set_key: key, care_group_key: group, position })),
  )
  await sql`insert into care_group_set as t (key, purpose, source_key, locus, partnership, valid)
    select g.key, g.purpose, g.source, g.locus, g.partnership, daterange(g."validFrom", g."validTo", '[]')
      from jsonb_to_recordset(${json(careGroupSets)}) as g (key text, purpose text, source text, locus text,
        partnership text, "validFrom" date, "validTo" date)
    on conflict (key) do update set purpose = excluded.purpose, source_key = excluded.source_key,
        locus = excluded.locus, partnership = excluded.partnership, valid = excluded.valid
      where (t.purpose, t.source_key, t.locus, t.partnership, t.valid) is distinct from
        (excluded.purpose, excluded.source_key, excluded.locus, excluded.partnership, excluded.valid)`.execute(
    providers(db),
  )
  await sql`insert into care_group_set_member as t (set_key, care_group_key, position)
    select set_key, care_group_key, position
      from jsonb_to_recordset(${json(members)}) as g (set_key text, care_group_key text, position integer)
    on conflict (set_key, care_group_key) do update set position = excluded.position
      where t.position <> excluded.position`.execute(providers(db))
}

async function saveRatingScales(db: Db): Promise<void> {
  const grades = ratingScales.flatMap(({ key, grades: of }) => of.map((grade) => ({ scale_key: key, ...grade })))
  await sql`insert into rating_scale as t (key, regulator, nation, valid, note, questions)
    select g.key, g.regulator, g.nation, daterange(g."validFrom", g."validTo", '[]'), g.note, g.questions
      from jsonb_to_recordset(${json(ratingScales)}) as g (key text, regulator text, nation text,
        "validFrom" date, "validTo" date, note text, questions jsonb)
    on conflict (key) do update set regulator = excluded.regulator, nation = excluded.nation,
        valid = excluded.valid, note = excluded.note, questions = excluded.questions
      where (t.regulator, t.nation, t.valid, t.note, t.questions) is distinct from
        (excluded.regulator, excluded.nation, excluded.valid, excluded.note, excluded.questions)`.execute(providers(db))
  await sql`insert into rating as t (scale_key, value, rank, word)
    select scale_key, value, rank, word
      from jsonb_to_recordset(${json(grades)}) as g (scale_key text, value text, rank integer, word text)
    on conflict (scale_key, value) do update set rank = excluded.rank, word = excluded.word
      where (t.rank, t.word) is distinct from (excluded.rank, excluded.word)`.execute(providers(db))
}

async function saveRegulatorTerms(db: Db): Promise<void> {
  const rows = json(regulatorTerms.map((term, position) => ({ ...term, position })))
  const given = sql`select g.regulator, g.kind, g.position, g.words, g.qualifier, g."termKey" as term_key,
      daterange(g."validFrom", g."validTo", '[]') as valid
    from jsonb_to_recordset(${rows}) as g (regulator text, kind text, position integer, words text, qualifier text,
      "termKey" text, "validFrom" date, "validTo" date)`
  // A meaning that is not given any more would still count.
  await sql`delete from regulator_term as t where not exists (select from (${given}) as g
    where (g.regulator, g.kind, g.words, g.qualifier, g.term_key, g.valid)
      = (t.regulator, t.kind, t.words, t.qualifier, t.term_key, t.valid))`.execute(providers(db))
  await sql`insert into regulator_term as t (regulator, kind, position, words, qualifier, term_key, valid) ${given}
    on conflict (regulator, kind, words, qualifier, term_key, valid) do update set position = excluded.position
      where t.position <> excluded.position`.execute(providers(db))
}
