import type { Partnership } from '../../../core/auth/index.ts'
import { SummaryList } from '../../../core/ui/govuk/index.ts'
import { Finding, Lead, Section, SectionIndex } from '../../../core/ui/parts/index.ts'
import type { Source } from '../../../evidence/index.ts'
import { dataPath, homePath, sourcePath, tablePath } from '../../paths.ts'
import { StatementPage } from '../../views/frame.tsx'
import { hidingText } from '../hiding-text.ts'
import { type MeasureText, measureTexts } from '../measure-texts.ts'
import { measuresPath, wordsPath } from '../paths.ts'
import type { MeasuresContent } from '../queries/measures-content.ts'

export interface MeasuresPageProps extends MeasuresContent {
  readonly partnership: Partnership
}

/** What each published measure means, how it is worked out, what it leaves out and how far it can be trusted. */
export function MeasuresPage({ partnership, hideBelow, sources }: MeasuresPageProps) {
  const { slug, title } = partnership
  return (
    <StatementPage
      partnership={partnership}
      title="How each measure is made"
      description={`What each measure in the statement of ${title} means, how it is worked out, its sources, and what it leaves out.`}
      current="data"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Open data', href: dataPath(slug) },
        { content: 'Measures' },
      ]}
    >
      <div class="m-cols m-cols--side">
        <div>
          <Finding level={1}>How each measure is made</Finding>
          <Lead>
            Every figure has a page with its own sources and rows. Here is what all figures of one measure share. The
            names of services, groups and grades are <a href={wordsPath(slug)}>explained apart</a>.
          </Lead>
        </div>
        <SectionIndex
          label="Measures"
          items={measureTexts.map(({ key, name }) => ({ text: name, href: measuresPath(slug, key) }))}
        />
      </div>
      {measureTexts.map((measure) => (
        <Section id={measure.key} heading={measure.name} intro={measure.definition}>
          <SummaryList
            rows={[
              { key: 'How it is worked out', value: measure.formula },
              { key: 'What is left out', value: measure.leftOut },
              { key: 'How sure it is', value: measure.sureness },
              { key: 'Small numbers', value: hidingText(measure.hiding, hideBelow) },
              {
                key: 'Sources in use',
                value: { content: <Sources partnership={partnership} sources={sources.get(measure.key) ?? []} /> },
              },
              { key: 'Table', value: { content: <Files slug={slug} measure={measure} /> } },
            ]}
          />
        </Section>
      ))}
    </StatementPage>
  )
}

function Sources({ partnership, sources }: { partnership: Partnership; sources: readonly Source[] }) {
  if (sources.length === 0) return <>Nothing of this measure is published for {partnership.title} yet.</>
  return (
    <>
      {sources.map(({ key, title, edition }, at) => (
        <>
          {at > 0 ? <br /> : null}
          <a href={sourcePath(partnership.slug, key)}>{title}</a>
          {edition ? `, ${edition}` : ''}
        </>
      ))}
    </>
  )
}

function Files({ slug, measure: { name, table } }: { slug: string; measure: MeasureText }) {
  const about = <span class="govuk-visually-hidden">: {name}</span>
  return (
    <>
      <a href={tablePath(slug, table, 'csv')}>CSV{about}</a> · <a href={tablePath(slug, table, 'json')}>JSON{about}</a>
    </>
  )
}
