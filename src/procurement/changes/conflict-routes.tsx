import { notFound } from '../../core/errors/index.ts'
import { type MercatContext, page } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { organisationNames } from '../../providers/index.ts'
import type { Contract } from '../contract.ts'
import { changeSentence, organisationsIn } from './change-words.ts'
import { answerNames, detailAnswers, type KeyNames } from './contract-differences.ts'
import { dayShown, readChange } from './forms/change-form.ts'
import { conflictsIn, takeField, unchosen } from './forms/chosen-answers.ts'
import { fieldsOfDetail } from './forms/detail-form.ts'
import type { FormKind } from './forms/form-kind.ts'
import { first, type Mistake, type Typed } from './forms/typed.ts'
import { type Answer, mergeDetail } from './merge-detail.ts'
import { changesSince, contractInVersion, dayToCompare } from './queries/changes.ts'
import { choicesOf, keyNames } from './queries/choices.ts'
import { versionsOf } from './queries/versions.ts'
import { asAsker, contractOf } from './request-routes.ts'
import { ConflictPage, type TwoAnswers } from './views/conflict-page.tsx'

interface Conflicting {
  readonly kind: FormKind
  readonly typed: Typed
  /** Something was chosen, but not everywhere. */
  readonly incomplete?: boolean
}

/** The page that shows both versions of a contract, and carries on what was typed on the older of them. */
export async function conflictView(
  c: MercatContext,
  { kind, typed, incomplete = false }: Conflicting,
): Promise<Response> {
  const read = readChange(kind, typed)
  if (read.mistakes) throw notFound('The version on which this form was opened')
  const asked = read.read
  // What is said of a contract may differ from day to day: what counts is the day on which the change holds.
  const on = asked.effectiveOn
  const content = await asAsker(c, async (db) => {
    const { partnership, contract } = await contractOf(db, c, on)
    const opened = Number(first(typed, incomplete ? 'opened' : 'base')) || 0
    const base = await contractInVersion(db, partnership.id, contract.id, { version: opened, on })
    const keys = keyNames(await choicesOf(db, partnership, on))
    const since = await changesSince(db, partnership.id, contract.id, opened)
    if (!base) throw notFound('The version on which this form was opened')
    const names = await organisationNames(db, organisationsIn(asked.change))
    const shownOn = dayShown(typed, londonDate(c.var.clock.now()))
    const shown = await contractInVersion(db, partnership.id, contract.id, { version: opened, on: shownOn })
    // As on the day of the variation: what was to be different by then, and was not answered anew, is not what is asked.
    const mine =
      asked.change.kind === 'variation'
        ? mergeDetail((shown ?? base).detail, { theirs: base.detail, mine: asked.change.detail }).merged
        : undefined
    return {
      partnership,
      contract,
      baseVersion: opened,
      since,
      differences: await versionsOf(db, {
        before: base,
        after: contract,
        on: dayToCompare(on, since),
        mine,
        versions: { partnershipId: partnership.id, opened },
        keys,
      }),
      sentence: changeSentence(asked.change, asked.effectiveOn, { contract, names }),
      ...(mine ? merged({ typed: { ...typed, shown: [on] }, base, contract, mine, keys }) : { typed, both: [] }),
    }
  })
  const open = incomplete ? unchosen(typed) : []
  const mistakes: Mistake[] = open.map((answer) => ({
    field: takeField(answer),
    sentence: `${answerNames[answer]}: choose which is to stand`,
  }))
  const carried: Typed = {
    ...withoutChoosing(content.typed),
    base: [String(content.contract.version)],
    opened: [String(content.baseVersion)],
  }
  const chosen = new Map(
    conflictsIn(typed).map((answer): [Answer, string] => [answer, first(typed, takeField(answer))]),
  )
  return page(
    c,
    <ConflictPage {...content} kind={kind} typed={carried} chosen={chosen} mistakes={mistakes} />,
    incomplete ? 422 : 409,
  )
}

const withoutChoosing = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'conflict' && !name.startsWith('take-')))

interface Merging {
  readonly typed: Typed
  readonly base: Contract
  readonly contract: Contract
  readonly mine: Contract['detail']
  readonly keys: KeyNames
}

/** A variation that goes on with what only the other changed; where both did, both answers. */
function merged({ typed, base, contract, mine, keys }: Merging): { typed: Typed; both: TwoAnswers[] } {
  const merge = mergeDetail(base.detail, { theirs: contract.detail, mine })
  const [before, theirs, yours] = [base.detail, contract.detail, mine].map((detail) => detailAnswers(detail, keys))
  return {
    typed: { ...typed, ...fieldsOfDetail(merge.merged) },
    both: merge.both.map((answer) => ({
      answer,
      before: before?.[answer] ?? '',
      theirs: theirs?.[answer] ?? '',
      mine: yours?.[answer] ?? '',
    })),
  }
}
