import { type Partnership, systemActor } from '../../core/auth/index.ts'
import type { Database } from '../../core/db/index.ts'
import { invalid } from '../../core/errors/index.ts'
import {
  type ImportOptions,
  type ImportReport,
  type Outcome,
  orUndone,
  type Rejection,
  recordImport,
  type SourceFile,
} from '../../core/import/index.ts'
import { canonicalJson } from '../../core/values/index.ts'
import { type Work, working } from '../commands/work.ts'
import { saveRule } from './commands/save-rule.ts'
import { keptRules } from './queries/kept-rules.ts'
import { subjectOf } from './queries/rule-subject.ts'
import { type FileReading, type FileRule, readRuleFile } from './rule-file.ts'
import type { KeptRule } from './rule-in-words.ts'

/** Rules are a page or two; a longer file is another one. */
const mostBytes = 1_000_000

/** Imports the rules by which care is offered from JSON: a rule that is new, or says otherwise from a later day on, makes a version. */
export async function importOfferRules(
  database: Database,
  partnership: Pick<Partnership, 'id'>,
  file: SourceFile,
  options: ImportOptions & { readonly at: Date },
): Promise<ImportReport> {
  const readings = readRuleFile(file.name, await textOf(file))
  if (typeof readings === 'string') throw invalid(readings)
  const actor = systemActor(partnership.id)
  const { at, dryRun = false, allOrNothing = false } = options
  const refused = (done: Done) => allOrNothing && done.rejected.length > 0
  const done = await orUndone<Done>(
    database,
    actor,
    (outcome) => dryRun || refused(outcome),
    async (db) => {
      const outcome = await working({ db, partnershipId: partnership.id, actor, at }, (work) => takeAll(work, readings))
      if (refused(outcome)) return outcome
      await recordImport(db, actor, at, outcome, {
        event: 'brokerage.offer-rules-imported',
        subject: { kind: 'partnership', id: partnership.id },
        file: file.name,
      })
      return outcome
    },
  )
  const { added, changed, unchanged, rejected } = done
  const applied = added + changed + unchanged > 0 && !refused(done)
  return {
    file: file.name,
    read: readings.length,
    ...(applied ? { added, changed, unchanged } : { added: 0, changed: 0, unchanged: 0 }),
    rejected,
    rejectedRows: new Set(rejected.map(({ line }) => line)).size,
    dryRun,
    applied,
  }
}

interface Done extends Outcome {
  readonly rejected: readonly Rejection[]
}

async function textOf(file: SourceFile): Promise<string> {
  if (file.size > mostBytes) throw invalid(`${file.name} is too long for rules: it has more than a million characters.`)
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of file.chunks()) text += decoder.decode(chunk, { stream: true })
  return (text + decoder.decode()).replace(/^\uFEFF/, '')
}

/** Every good rule in the order of its days, with what became of it; the number of a rule in the file stands for its line. */
async function takeAll(work: Work, readings: readonly FileReading[]): Promise<Done> {
  const rejected: Rejection[] = []
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const read = readings.flatMap((one) => ('rule' in one ? [one] : []))
  for (const one of readings) {
    if (!('problems' in one)) continue
    rejected.push(...one.problems.map(({ at, reason }) => ({ line: one.number, column: at, reason })))
  }
  for (const { number, rule } of read.toSorted((a, b) => (a.rule.from < b.rule.from ? -1 : 1))) {
    const taken = await takeOne(work, rule)
    if (typeof taken === 'string') counts[taken] += 1
    else rejected.push(...taken.map((reason) => ({ line: number, column: null, reason })))
  }
  return { ...counts, rejected: rejected.toSorted((a, b) => a.line - b.line) }
}

async function takeOne(work: Work, rule: FileRule): Promise<keyof Outcome | string[]> {
  const { db, partnershipId } = work
  const about = await subjectOf(db, partnershipId, rule)
  if ('reason' in about) return [about.reason]
  const standing = (await keptRules(db, partnershipId)).find(
    ({ contract, serviceType }) => (contract?.id ?? null) === about.contractId && serviceType.key === about.serviceType,
  )
  if (standing && saysTheSame(standing, rule)) return 'unchanged'
  const { name, from, reason, hours, steps } = rule
  const seen = standing?.versions[0]?.version ?? 0
  const saved = await saveRule(work, { ...about, name, from, reason, hours, steps, seen })
  if (saved.outcome === 'saved') return saved.version === 1 ? 'added' : 'changed'
  return saved.outcome === 'refused' ? saved.problems.map(({ sentence }) => sentence) : [saved.sentence]
}

/** Whether a version says on the same day what the file does. */
const saysTheSame = ({ name, versions }: KeptRule, rule: FileRule): boolean =>
  versions.some(
    ({ from, hours, steps }, at) =>
      from === rule.from &&
      (at > 0 || name === rule.name) &&
      canonicalJson([hours, steps]) === canonicalJson([rule.hours, rule.steps]),
  )
