import { longDate } from '../../../core/ui/format.ts'
import { Lead, PageTitle } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { ProviderPage } from '../../../procurement/index.ts'
import { hoursWords } from '../../requests/care-words.ts'
import { offersPlace, othersPath, providerPlaces } from '../paths.ts'
import type { PartnershipNamed } from '../queries/partnerships-of.ts'
import type { ToldDecision } from '../why.ts'
import { WhyList } from './why-list.tsx'

export interface WhyPageProps {
  readonly organisation: string
  readonly demonstration: boolean
  readonly partnership: PartnershipNamed
  readonly reference: string
  readonly district: string
  readonly service: string
  readonly weeklyMinutes: number
  readonly since: Date
  readonly decisions: readonly ToldDecision[]
}

/** Why a package went to whom it went: every decision as it concerned this provider, replayed from the ledger. */
export function WhyPage(props: WhyPageProps) {
  const { organisation, demonstration, partnership, reference, district, service, weeklyMinutes, since } = props
  const heading = `Why ${reference} went where it went`
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={offersPlace}
      title={heading}
      breadcrumbs={[{ content: 'Why was I not offered this?', href: othersPath() }, { content: reference }]}
    >
      <PageTitle
        heading={heading}
        note={`${service}, ${hoursWords(weeklyMinutes)} a week in ${district}, for ${partnership.title}; offered since ${longDate(londonDate(since))}.`}
      />
      <Lead>
        Each decision about whom to ask, as it concerned you. It shows your own figures and nobody else’s. Whoever
        doubts it can have the partnership show the entries with these fingerprints.
      </Lead>
      <WhyList label="Decisions, the first one first" decisions={props.decisions} />
    </ProviderPage>
  )
}
