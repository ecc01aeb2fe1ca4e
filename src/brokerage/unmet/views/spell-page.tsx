import type { Partnership } from '../../../core/auth/index.ts'
import { first } from '../../../core/forms/index.ts'
import { ChoiceField, DateField, FormMistakes, type FormState } from '../../../core/ui/form/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button, Checkboxes } from '../../../core/ui/govuk/index.ts'
import { DataTable, Facts, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { packagePath, unmetPath } from '../../paths.ts'
import { bandWords, hoursWords } from '../../requests/care-words.ts'
import { harms, interimCovers, type SpellPiece } from '../../spell.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { spellPath } from '../paths.ts'
import type { NamedSpell } from '../queries/spells.ts'
import { harmWords, interimWords, preferenceWords, reasonWords } from '../unmet-words.ts'
import { spellStands } from './spell-words.ts'

export interface SpellPageProps {
  readonly partnership: Partnership
  readonly spell: NamedSpell
  readonly today: IsoDate
  readonly form: FormState
  readonly mayRecord: boolean
}

/** One person's waiting for one kind of care: what is missing, why, and what was recorded of it. */
export function SpellPage({ partnership, spell, today, form, mayRecord }: SpellPageProps) {
  const { slug } = partnership
  const heading = headingOf(spell)
  return (
    <BrokeragePage
      partnership={partnership}
      of="unmet"
      title={heading}
      breadcrumbs={[{ content: 'Unmet need', href: unmetPath(slug) }, { content: spell.personReference }]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} note={`${spell.serviceName}, ${spell.areaName}.`} />
      <SpellFacts slug={slug} spell={spell} today={today} />
      {mayRecord && spell.endedOn === null ? <CoverForm slug={slug} spell={spell} form={form} /> : null}
      <Section id="pieces" heading="What held when">
        {spell.pieces.length > 0 ? (
          <DataTable
            caption="What was missing and what was recorded, by its days"
            captionHidden
            columns={[
              { heading: 'From' },
              { heading: 'Wanted a week' },
              { heading: 'Given' },
              { heading: 'Missing' },
              { heading: 'Why' },
              { heading: 'Cover' },
              { heading: 'Harm' },
            ]}
            rows={spell.pieces
              .toReversed()
              .map((piece) => [
                longDate(piece.from),
                hoursWords(piece.wantedMinutes),
                piece.deliveredMinutes === 0 ? 'none' : hoursWords(piece.deliveredMinutes),
                missingWords(piece),
                reasonWords[piece.reason],
                interimWords[piece.interim],
                harmWords[piece.harm],
              ])}
          />
        ) : (
          <p class="m-read">Care was in place on the day on which it was ready to begin.</p>
        )}
      </Section>
    </BrokeragePage>
  )
}

function headingOf({ kind, endedOn, preference, personReference, pieces }: NamedSpell): string {
  if (kind === 'preference')
    return `${personReference} has care otherwise than wanted: ${preference ? preferenceWords[preference].toLowerCase() : ''}`
  if (endedOn !== null) return `${personReference} waited until ${longDate(endedOn)}`
  const now = pieces.at(-1)
  return now
    ? `${personReference} waits for ${hoursWords(now.wantedMinutes - now.deliveredMinutes)} a week`
    : personReference
}

const missingWords = ({ unplaced }: SpellPiece): string =>
  unplaced
    .map(
      ({ band, carers, minutes }) =>
        `${bandWords[band].toLowerCase()}${carers === 2 ? ', two carers' : ''}: ${hoursWords(minutes)}`,
    )
    .join('; ') || 'nothing'

function SpellFacts({
  slug,
  spell,
  today,
}: {
  readonly slug: string
  readonly spell: NamedSpell
  readonly today: IsoDate
}) {
  const now = spell.pieces.at(-1)
  return (
    <Facts
      facts={[
        { term: 'Package', value: <a href={packagePath(slug, spell.packageReference)}>{spell.packageReference}</a> },
        { term: 'Waits', value: spell.origin === 'hospital' ? 'in hospital' : 'at home' },
        { term: 'Since', value: longDate(spell.beganOn) },
        { term: 'So long', value: spellStands(spell, today) },
        ...(now
          ? [
              { term: 'Why', value: reasonWords[now.reason] },
              { term: 'Cover meanwhile', value: interimWords[now.interim] },
              { term: 'Harm', value: harmWords[now.harm] },
              { term: 'Review', value: now.reviewOn ? longDate(now.reviewOn) : 'none set' },
            ]
          : []),
      ]}
    />
  )
}

function CoverForm({
  slug,
  spell,
  form,
}: {
  readonly slug: string
  readonly spell: NamedSpell
  readonly form: FormState
}) {
  return (
    <Section id="record" heading="Record what is known">
      <form method="post" action={spellPath(slug, spell.id)} novalidate>
        <div class="m-cols m-cols--2">
          <div>
            <DateField form={form} name="from" label="Holds from" hint="The day since which it is so" />
            <ChoiceField
              form={form}
              name="interim"
              label="Who helps meanwhile"
              choices={interimCovers.map((value) => ({ value, text: interimWords[value] }))}
            />
          </div>
          <div>
            <ChoiceField
              form={form}
              name="harm"
              label="What waiting does, as a professional judges it"
              choices={harms.map((value) => ({ value, text: harmWords[value] }))}
            />
            <DateField
              form={form}
              name="review"
              label="Look at it again on (optional)"
              hint="For example, 30 11 2026"
            />
          </div>
        </div>
        {spell.kind === 'need' ? (
          <Checkboxes
            name="choice"
            classes="govuk-checkboxes--small"
            values={[first(form.typed, 'choice')]}
            items={[{ value: 'yes', content: 'They wait by choice' }]}
          />
        ) : null}
        <Button name="do" value="record">
          Record
        </Button>
      </form>
      {spell.kind === 'preference' ? (
        <form method="post" action={`${spellPath(slug, spell.id)}/end`}>
          <Button classes="govuk-button--secondary">It is as wanted now</Button>
        </form>
      ) : null}
    </Section>
  )
}
