import type { Partnership } from '../../auth/index.ts'
import { longDate } from '../../ui/format.ts'
import { Section } from '../../ui/parts/index.ts'
import { enforcementIn } from '../enforcement.ts'
import type { Accessibility, Compliance, Settings } from '../settings.ts'
import { AboutPage } from './about-page.tsx'
import { Bullets, Lines } from './lines.tsx'
import { NotSaid } from './not-said.tsx'
import { WaysToReach } from './ways-to-reach.tsx'
import { WhatWorks } from './what-works.tsx'

export interface AccessibilityPageProps {
  readonly partnership: Partnership
  readonly settings: Settings
  /** Whether the reader is an administrator of this partnership. */
  readonly canFillIn: boolean
}

/** A partnership's accessibility statement, with the parts and headings that the regulations of 2018 ask for. */
export function AccessibilityPage({ partnership, settings, canFillIn }: AccessibilityPageProps) {
  const { accessibility, contact } = settings
  const { name, nation, slug } = partnership
  const { body, helper } = enforcementIn[nation]
  const { responseDays: days } = accessibility
  return (
    <AboutPage
      partnership={partnership}
      title="Accessibility statement"
      description={`How accessible the pages of ${name} are, what does not work yet, and whom to tell about it.`}
      lead={
        <>
          {name} runs the pages under <code>/{slug}</code> and those on which people sign in to work for it. This
          statement is about all of them.
        </>
      }
    >
      <WhatWorks />
      <Section id="how-accessible" heading="How accessible these pages are">
        <Known {...accessibility} canFillIn={canFillIn} />
      </Section>
      <Section id="feedback" heading="Feedback and contact information">
        <p>
          Tell us if something here does not work for you, or if you need what a page says in another form, such as
          large print, easy read, an audio recording or braille.
        </p>
        <WaysToReach contact={contact} canFillIn={canFillIn} />
        {days === null ? (
          <NotSaid what="how soon it answers" section="accessibility" canFillIn={canFillIn} />
        ) : (
          <p>
            We answer within {days} working {days === 1 ? 'day' : 'days'}.
          </p>
        )}
      </Section>
      <Section id="enforcement" heading="Enforcement procedure">
        <p>
          The {body} enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
          Regulations 2018. If you are not happy with how we answer, <a href={helper.href}>contact the {helper.name}</a>
          .
        </p>
      </Section>
      <Section id="technical" heading="Technical information about these pages’ accessibility">
        <p>
          {name} is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites
          and Mobile Applications) (No. 2) Accessibility Regulations 2018.
        </p>
        <Section id="compliance" level={3} heading="Compliance status">
          {accessibility.compliance === '' ? (
            <NotSaid
              what="how far these pages meet the Web Content Accessibility Guidelines"
              section="accessibility"
              canFillIn={canFillIn}
            />
          ) : (
            <p>
              This website is <strong>{compliance[accessibility.compliance].is}</strong> with the{' '}
              <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</a> AA standard
              {compliance[accessibility.compliance].because}.
            </p>
          )}
        </Section>
        {accessibility.issues.length > 0 ? (
          <Section id="not-accessible" level={3} heading="Non-accessible content">
            <p>This content is not accessible, for the reason given with each.</p>
            <Bullets items={accessibility.issues} />
          </Section>
        ) : null}
      </Section>
      <Section id="preparation" heading="Preparation of this accessibility statement">
        <Preparation {...accessibility} canFillIn={canFillIn} />
      </Section>
    </AboutPage>
  )
}

const compliance: { readonly [status in Compliance]: { readonly is: string; readonly because: string } } = {
  full: { is: 'fully compliant', because: '' },
  partial: { is: 'partially compliant', because: ', due to the non-compliances listed below' },
  none: { is: 'not compliant', because: ', for the reasons listed below' },
}

type Part = Accessibility & { readonly canFillIn: boolean }

function Known({ compliance: status, issues, canFillIn }: Part) {
  if (issues.length > 0)
    return (
      <>
        <p>We know that some parts of these pages do not work for everyone:</p>
        <Bullets items={issues} />
      </>
    )
  if (status === 'full') return <p>We know of nothing here that does not work for someone.</p>
  return (
    <NotSaid what="which parts of these pages do not work for someone" section="accessibility" canFillIn={canFillIn} />
  )
}

function Preparation({ preparedOn, reviewedOn, tested, canFillIn }: Part) {
  return (
    <>
      {preparedOn === '' ? (
        <NotSaid what="when this statement was prepared" section="accessibility" canFillIn={canFillIn} />
      ) : (
        <p>
          This statement was prepared on {longDate(preparedOn)}.
          {reviewedOn === '' ? null : ` It was last reviewed on ${longDate(reviewedOn)}.`}
        </p>
      )}
      {tested === '' ? (
        <NotSaid what="how these pages were tested" section="accessibility" canFillIn={canFillIn} />
      ) : (
        <Lines text={tested} />
      )}
    </>
  )
}
