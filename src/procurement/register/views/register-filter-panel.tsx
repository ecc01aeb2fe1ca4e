import { longDate, number } from '../../../core/ui/format.ts'
import { Input, Select } from '../../../core/ui/govuk/index.ts'
import { FilterPanel, sortValue, withQuery } from '../../../core/ui/parts/index.ts'
import { isIsoDate } from '../../../core/values/index.ts'
import { contractKinds } from '../../contract-kind.ts'
import { kindWords } from '../contract-words.ts'
import { contractsCsvPath, contractsPath, decisionsCalendarPath } from '../paths.ts'
import { type Choice, choices, nearMonths, soonMonths } from '../register-choice.ts'
import { orderWords } from './order-words.ts'
import type { RegisterPageProps } from './register-page-props.ts'

const choiceWords: { readonly [choice in Choice]: string } = {
  live: `In force or within ${soonMonths} months`,
  late: 'Late',
  ending: `Ending within ${nearMonths} months`,
  options: 'Options to decide',
  'to-come': 'To come, whenever',
  ended: 'Ended',
  all: 'All',
}

/** Narrows and sorts the register, and says as at which day it is read. */
export function RegisterFilterPanel({
  partnership: { slug },
  asked,
  sort,
  contracts,
  careGroups,
  address,
}: RegisterPageProps) {
  const { q, kind, group, show, on, known } = asked
  const without = (name: string) => withQuery(address, { [name]: undefined, page: undefined })
  const [, query = ''] = address.split(/\?(.*)/s)
  const count = contracts.length
  return (
    <FilterPanel
      label="Filter the contracts"
      action={contractsPath(slug)}
      result={`${number(count)} ${count === 1 ? 'contract' : 'contracts'}`}
      links={[
        { text: 'Register as CSV', href: query ? `${contractsCsvPath(slug)}?${query}` : contractsCsvPath(slug) },
        { text: 'Calendar of decision dates', href: decisionsCalendarPath(slug) },
      ]}
      chosen={[
        ...(q ? [{ text: `Words: ${q}`, href: without('q') }] : []),
        ...(kind ? [{ text: kindWords[kind], href: without('kind') }] : []),
        ...(group ? [{ text: careGroups.get(group) ?? group, href: without('group') }] : []),
        ...(show === 'live' ? [] : [{ text: choiceWords[show], href: without('show') }]),
        ...(on ? [{ text: `As at ${dayWords(on)}`, href: without('on') }] : []),
        ...(known ? [{ text: `As known on ${dayWords(known)}`, href: without('known') }] : []),
      ]}
      clear={{ text: 'Take all away', href: contractsPath(slug) }}
    >
      <Input name="q" label="Title or reference" value={q} type="search" />
      <Select
        name="kind"
        label="Type"
        value={kind}
        items={[{ text: 'All types', value: '' }, ...contractKinds.map((value) => ({ value, text: kindWords[value] }))]}
      />
      <Select
        name="group"
        label="Care group"
        value={group}
        items={[{ text: 'All care groups', value: '' }, ...[...careGroups].map(([value, text]) => ({ value, text }))]}
      />
      <Select
        name="show"
        label="Which"
        value={show}
        items={choices.map((value) => ({ value, text: choiceWords[value] }))}
      />
      <Select
        name="sort"
        label="Sort by"
        value={sortValue(sort)}
        items={[
          ...Object.entries(orderWords).map(([value, text]) => ({ value, text })),
          ...(sort.direction === 'descending'
            ? [{ value: sortValue(sort), text: `${orderWords[sort.key as keyof typeof orderWords]}, the other way` }]
            : []),
        ]}
      />
      <Input name="on" label="As at" value={on} attributes={{ type: 'date' }} />
      <Input name="known" label="As known on" value={known?.slice(0, 10)} attributes={{ type: 'date' }} />
    </FilterPanel>
  )
}

const dayWords = (typed: string): string => (isIsoDate(typed.slice(0, 10)) ? longDate(typed.slice(0, 10)) : typed)
