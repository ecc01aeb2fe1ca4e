import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { EmptyState, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { placementTermsPath } from '../../placements/paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { editRulePath, offerRulePath } from '../paths.ts'
import { aboutWords, type KeptRule, versionOn } from '../rule-in-words.ts'
import { RuleText } from './rule-text.tsx'

export interface RulesPageProps {
  readonly partnership: Partnership
  readonly rules: readonly KeptRule[]
  readonly today: IsoDate
  readonly mayWrite: boolean
}

/** The rules by which care is offered, each in words. */
export function RulesPage({ partnership, rules, today, mayWrite }: RulesPageProps) {
  const { slug } = partnership
  const add = mayWrite ? <Button href={editRulePath(slug)}>Add a rule</Button> : undefined
  return (
    <BrokeragePage partnership={partnership} of="rules" title="Offer rules" breadcrumbs={[{ content: 'Rules' }]}>
      <PageTitle
        heading="Whom we ask first, and why"
        note="Every offer goes out by one of these rules, and keeps the version by which it went. Providers can read why they were asked, or were not."
        actions={add}
      />
      <p>
        <a href={placementTermsPath(slug)}>Notice, and how long time is kept free in hospital</a>
      </p>
      {rules.length === 0 ? (
        <EmptyState
          what="Rules appear here: who is asked for care, in which order, for how long."
          why="No rule has been written yet, so nothing can be offered."
          link={
            mayWrite
              ? { href: editRulePath(slug), text: 'Write the first rule' }
              : { href: `/${slug}/contracts`, text: 'See the contracts' }
          }
        />
      ) : (
        rules.map((rule) => <OneRule rule={rule} slug={slug} today={today} />)
      )}
    </BrokeragePage>
  )
}

interface OneRuleProps {
  readonly rule: KeptRule
  readonly slug: string
  readonly today: IsoDate
}

function OneRule({ rule, slug, today }: OneRuleProps) {
  const { id, name, versions } = rule
  const now = versionOn(rule, today)
  const [latest] = versions
  const shown = now ?? latest
  if (!shown) return null
  const coming = latest && latest !== now ? ` Version ${latest.version} begins on ${longDate(latest.from)}.` : ''
  const since = now ? `Version ${now.version}, since ${longDate(now.from)}.` : 'Not in force yet.'
  return (
    <Section
      id={`rule-${id}`}
      heading={<a href={offerRulePath(slug, id)}>{name}</a>}
      intro={`${aboutWords(rule)}. ${since}${coming}`}
    >
      <RuleText rule={shown} />
    </Section>
  )
}
