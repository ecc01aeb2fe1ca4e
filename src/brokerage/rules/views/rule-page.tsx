import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button, Details } from '../../../core/ui/govuk/index.ts'
import { Facts, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { type IsoDate, londonDate } from '../../../core/values/index.ts'
import { offerRulesPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { editRulePath } from '../paths.ts'
import { aboutWords, type KeptRule, type RuleVersion, versionOn } from '../rule-in-words.ts'
import { hoursWords } from '../rule-words.ts'
import { RuleText } from './rule-text.tsx'

export interface RulePageProps {
  readonly partnership: Partnership
  readonly rule: KeptRule
  readonly today: IsoDate
  readonly mayWrite: boolean
}

/** One rule in words, with its versions. */
export function RulePage({ partnership, rule, today, mayWrite }: RulePageProps) {
  const { slug } = partnership
  const { name, versions } = rule
  const shown = versionOn(rule, today) ?? versions[0]
  const others = versions.filter((one) => one !== shown)
  return (
    <BrokeragePage
      partnership={partnership}
      of="rules"
      title={name}
      breadcrumbs={[{ content: 'Rules', href: offerRulesPath(slug) }, { content: name }]}
    >
      <PageTitle
        heading={name}
        note={`${aboutWords(rule)}.`}
        actions={mayWrite ? <Button href={editRulePath(slug, rule.id)}>Change this rule</Button> : undefined}
      />
      {shown ? (
        <>
          <Facts
            facts={[
              { term: 'Version', value: String(shown.version) },
              { term: 'In force', value: daysWords(shown) },
              { term: 'Steps', value: String(shown.steps.length) },
              { term: 'Clocks', value: hoursWords(shown.hours) },
            ]}
          />
          <Section id="words" heading="Who is asked, in words" intro={madeWords(shown)}>
            <RuleText rule={shown} />
          </Section>
        </>
      ) : null}
      {others.length > 0 ? (
        <Section
          id="versions"
          heading="Other versions"
          intro="A round that was open when the rule changed went on by the version that it began with."
        >
          {others.map((version) => (
            <Details summary={`Version ${version.version}: ${daysWords(version)}`}>
              <p>{madeWords(version)}</p>
              <RuleText rule={version} />
            </Details>
          ))}
        </Section>
      ) : null}
    </BrokeragePage>
  )
}

const daysWords = ({ from, until }: RuleVersion): string =>
  until === null ? `since ${longDate(from)}` : `from ${longDate(from)}, before ${longDate(until)}`

const madeWords = ({ reason, madeBy, madeAt }: RuleVersion): string =>
  `${reason.replace(/[.\s]+$/, '')}. Saved ${madeBy ? `by ${madeBy} ` : ''}on ${longDate(londonDate(madeAt))}.`
