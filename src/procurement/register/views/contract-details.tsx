import { longDate, number, pounds } from '../../../core/ui/format.ts'
import { type Content, SummaryList } from '../../../core/ui/govuk/index.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import { addDays } from '../../../core/values/index.ts'
import { sharePath } from '../../sharing/paths.ts'
import { kindWords, methodWords } from '../contract-words.ts'
import { contractPath } from '../paths.ts'
import type { ContractPageProps } from './contract-page-props.ts'

const bases = { budget: 'budget', spend: 'spend', estimate: 'estimate' } as const

/** What is said of a contract: everything that may be varied, and where it comes from. */
export function ContractDetails({ partnership: { slug }, contract, names }: ContractPageProps) {
  const { detail, source, followsId } = contract
  const nameOf = (key: string | null) => key && (names.get(key) ?? key)
  const follows = followsId && names.get(followsId)
  const rows: readonly (readonly [string, Content | null])[] = [
    ['Type', kindWords[detail.kind]],
    ['How the provider was found', detail.method && methodWords[detail.method]],
    ['Service', nameOf(detail.serviceType)],
    ['Care groups', detail.careGroups.map(nameOf).join(', ')],
    ['Market area', nameOf(detail.marketArea)],
    ['Decided by', detail.decidedBy === 'partnership' ? 'The partnership' : 'The owner of the national framework'],
    ['National framework', nameOf(detail.nationalFramework)],
    ['How a person comes to it', detail.allocation],
    ['Monitoring', detail.monitoring],
    ['Notice', detail.noticeMonths && (detail.noticeMonths === 1 ? 'A month' : `${detail.noticeMonths} months`)],
    [
      'Reviewed',
      detail.reviewMonths && (detail.reviewMonths === 12 ? 'Every year' : `Every ${detail.reviewMonths} months`),
    ],
    ['Last reviewed', detail.lastReviewedOn && longDate(detail.lastReviewedOn)],
    [
      'Worth a year',
      detail.yearlyPence === null
        ? 'Not known'
        : `${pounds(detail.yearlyPence)}${detail.yearlyBasis ? `, ${bases[detail.yearlyBasis]}` : ''}`,
    ],
    ['Block', blockWords(detail)],
    ['What follows', successorWords(detail)],
    ['Follows', follows ? <a href={contractPath(slug, follows)}>{follows}</a> : null],
    ['Note', detail.note],
    ['Anyone may read its summary', contract.published ? 'Yes' : 'No'],
    ['Source', source && sourceWords(source, nameOf(source.key))],
  ]
  return (
    <Section id="details" heading="What is agreed">
      <SummaryList
        rows={rows.flatMap(([key, value]) => (value ? [{ key: { content: key }, value: { content: value } }] : []))}
      />
      {contract.sharedFrom ? null : (
        <p>
          <a href={sharePath(slug, contract.reference)}>Share with another partnership</a>
        </p>
      )}
    </Section>
  )
}

type Detail = ContractPageProps['contract']['detail']

function blockWords({ blockUnits, blockMinimum, blockUnit }: Detail): string | null {
  if (blockUnits === null || blockUnit === null) return null
  const least = blockMinimum === null ? '' : `, at least ${number(blockMinimum)} paid for whatever is used`
  return `${number(blockUnits)} ${blockUnit}${blockUnits === 1 ? '' : 's'} a week${least}`
}

function successorWords({ successorFrom, successorUntil }: Detail): string | null {
  if (!successorFrom) return null
  return `Planned from ${longDate(successorFrom)}${successorUntil ? ` to ${longDate(addDays(successorUntil, -1))}` : ''}`
}

function sourceWords(
  { locus, movedYears }: NonNullable<ContractPageProps['contract']['source']>,
  title: string | null,
): string {
  const years = `${movedYears} ${movedYears === 1 ? 'year' : 'years'}`
  const moved = movedYears === 0 ? '' : ` Dates are moved on by ${years} for the demonstration.`
  return `${[title, locus].filter(Boolean).join(', ')}.${moved}`
}
