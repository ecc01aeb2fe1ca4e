import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, Facts, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { audiences, audienceWords, type ContinuityPlan, continuityWords } from '../continuity-plan.ts'
import type { DrillResult } from '../drill-result.ts'
import { closingWords, drillHeading } from '../drill-words.ts'
import { drillPath, editContinuityPath } from '../paths.ts'
import type { Drill, EarlierDrill } from '../queries/drills.ts'
import { ComparedPart } from './compared-part.tsx'
import { DrillFrame } from './drill-frame.tsx'
import { DrillMethod } from './drill-method.tsx'
import { DrillFacts, DrillSums } from './drill-sums.tsx'
import { Homes } from './homes-part.tsx'
import { Moved, Placed, Unplaced } from './who-goes-where.tsx'

export interface ContinuityPageProps {
  readonly partnership: Partnership
  readonly drill: Drill
  readonly result: DrillResult
  readonly before: EarlierDrill | undefined
  readonly plan: ContinuityPlan
  readonly mayEdit: boolean
}

/** The continuity plan of a closing, as it is read aloud and printed: who is hit, where they go, who leads, who is told. */
export function ContinuityPage({ partnership, drill, result, before, plan, mayEdit }: ContinuityPageProps) {
  const { slug } = partnership
  const { id, asked, askedAt } = drill
  const title = `Continuity plan: ${asked.called}`
  return (
    <DrillFrame
      partnership={partnership}
      title={title}
      breadcrumbs={[{ content: asked.called, href: drillPath(slug, id) }, { content: 'Continuity plan' }]}
    >
      <PageTitle
        heading={title}
        note={`For the case that ${closingWords(asked.called, asked.closesOn)}. From the drill of ${longDate(londonDate(askedAt))}: ${drillHeading(result)}.`}
        actions={mayEdit ? <Button href={editContinuityPath(slug, id)}>Write on the plan</Button> : undefined}
      />
      <Facts
        facts={[
          { term: 'Lead officer', value: plan.leadOfficer || 'Nobody named yet' },
          { term: 'Hand-over', value: continuityWords[plan.handOver] },
          { term: 'Last changed', value: changedWords(plan) },
        ]}
      />
      <Section id="told" heading="Who is told">
        <DataTable
          caption="Communications"
          captionHidden
          columns={[{ heading: 'Who' }, { heading: 'How far' }]}
          rows={audiences.map((one) => [audienceWords[one], continuityWords[plan.told[one]]])}
        />
        <Words text={plan.communications} none="No communication is noted yet." />
      </Section>
      <Section id="hand-over" heading="How the hand-over stands">
        <Words text={plan.handOverNotes} none="Nothing is noted yet." />
      </Section>
      {result.total.people > 0 ? (
        <>
          <Section id="hit" heading="Who is hit">
            <DrillFacts {...result} />
          </Section>
          <Unplaced {...result} />
          <DrillSums result={result} />
          <Placed result={result} policy={asked.policy} most={Number.POSITIVE_INFINITY} />
          <Moved {...result} />
        </>
      ) : null}
      {result.homes ? <Homes homes={result.homes} services={result.services} /> : null}
      {before ? <ComparedPart slug={slug} before={before} after={result} asked={asked} /> : null}
      <DrillMethod result={result} policy={asked.policy} seed={asked.seed} />
    </DrillFrame>
  )
}

const changedWords = ({ changedAt, changedBy }: ContinuityPlan): string =>
  changedAt === null ? 'Not yet' : [longDate(londonDate(changedAt)), changedBy].filter(Boolean).join(', ')

function Words({ text, none }: { readonly text: string; readonly none: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length === 0 ? <p class="m-2">{none}</p> : lines.map((line) => <p class="m-read">{line}</p>)
}
