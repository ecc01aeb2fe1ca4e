import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { type Content, SummaryList } from '../../../core/ui/govuk/index.ts'
import type { CarePackage } from '../../care-package.ts'
import { lineWords, supportOptionWords } from '../care-words.ts'
import { needWord } from '../need-code.ts'
import { levelWords, type NeedCriteria } from '../need-criteria.ts'

interface RequestFactsProps {
  readonly of: CarePackage
  readonly nation: Partnership['nation']
  /** Of the nation, whichever held when it was assessed. */
  readonly criteria: readonly NeedCriteria[]
}

/** What the care manager asked for: level, visits, needs, wishes. For staff: wishes and pen picture are not for every provider. */
export function RequestFacts({ of, nation, criteria }: RequestFactsProps) {
  const { assessedOn, outcomes, choices, needs, penPicture, lines } = of
  const level = levelWords(criteria, of.criteria, of.level)
  const named = criteria.find(({ key }) => key === of.criteria)?.name ?? of.criteria
  const rows: readonly (readonly [key: string, value: Content] | false)[] = [
    ['Level of need', `${level}${of.noLevelReason ? `: ${of.noLevelReason}` : ''} (${named})`],
    ['Assessed', longDate(assessedOn)],
    ['Visits of a week', lines.length > 0 ? <Lines texts={lines.map(lineWords)} /> : 'None today'],
    ['Carers know and do', needs.length > 0 ? <Lines texts={needs.map(needWord)} /> : 'Nothing out of the ordinary'],
    outcomes.length > 0 && ['Wants to', <Lines texts={outcomes} />],
    choices !== '' && ['Chooses', choices],
    ['Support', supportOptionWords[nation][of.supportOption]],
    of.shortTerm && ['Term', 'Short'],
    penPicture !== '' && ['Pen picture', penPicture],
  ]
  return (
    <SummaryList
      rows={rows
        .filter((row) => row !== false)
        .map(([key, value]) => ({ key: { content: key }, value: { content: value } }))}
    />
  )
}

const Lines = ({ texts }: { readonly texts: readonly string[] }) => (
  <ul class="govuk-list">
    {texts.map((text) => (
      <li>{text}</li>
    ))}
  </ul>
)
