import { notFound } from '../../core/errors/index.ts'
import { type MercatContext, page } from '../../core/http/index.ts'
import type { Id } from '../../core/values/index.ts'
import { organisationNames } from '../../providers/index.ts'
import type { Change } from '../change.ts'
import type { Contract } from '../contract.ts'
import { changeSentence } from './change-words.ts'
import { answerNames, contractDifferences, detailAnswers, type KeyNames } from './contract-differences.ts'
import { readChange } from './forms/change-form.ts'
import { conflictsIn, takeField, unchosen } from './forms/chosen-answers.ts'
import { fieldsOfDetail } from './forms/detail-form.ts'
import type { FormKind } from './forms/form-kind.ts'
import { first, type Mistake, type Typed } from './forms/typed.ts'
import { type Answer, mergeDetail } from './merge-detail.ts'
import { changesSince, contractInVersion } from './queries/changes.ts'
import { type Choices, choicesOf } from './queries/choices.ts'
import { asAsker, contractOf } from './request-routes.ts'
import { ConflictPage, type TwoAnswers } from './views/conflict-page.tsx'

/** The names of everything that a contract names by its key, among what can be chosen. */
export const keyNames = ({ services, careGroups, marketAreas, frameworks, areas }: Choices): KeyNames =>
  new Map([...services, ...careGroups, ...marketAreas, ...frameworks, ...areas].map(({ value, text }) => [value, text]))

/** The organisations that a change names and that may not stand in the contract yet. */
export const organisationsIn = (change: Change): Id[] =>
  change.kind === 'join'
    ? [change.standing.organisationId]
    : change.kind === 'transfer'
      ? [change.fromOrganisationId, change.toOrganisationId]
      : []

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
    return {
      partnership,
      contract,
      baseVersion: opened,
      since,
      differences: contractDifferences(base, contract, keys),
      sentence: changeSentence(asked.change, asked.effectiveOn, { contract, names }),
      ...(asked.change.kind === 'variation'
        ? merged({ typed, base, contract, mine: asked.change.detail, keys })
        : { typed, both: [] }),
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
