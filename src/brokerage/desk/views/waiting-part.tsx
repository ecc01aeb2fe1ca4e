import { type FormState, WordsField } from '../../../core/ui/form/index.ts'
import { longDate, pounds } from '../../../core/ui/format.ts'
import { Button, InsetText } from '../../../core/ui/govuk/index.ts'
import { Section } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { Ladder } from '../../offers/queries/ladder.ts'
import { bandWords, daysWords, hoursWords } from '../../requests/care-words.ts'
import type { PackageContent } from '../queries/package-content.ts'
import { pastMoment, whenWords } from '../row-words.ts'
import { PackageForm } from './steer-part.tsx'

export interface WaitingPartProps {
  readonly slug: string
  readonly content: PackageContent
  readonly form: FormState
  readonly now: Date
  readonly mayPlace: boolean
  readonly mayApprove: boolean
}

/** What waits for the partnership: a question, a proposal, a price above the limit. */
export function WaitingPart(props: WaitingPartProps) {
  const [ladder] = props.content.ladders
  if (!ladder || ladder.round.closedAt !== null) return null
  const asked = ladder.offers.filter(({ state }) => state === 'asked')
  const proposed = ladder.offers.filter(({ state }) => state === 'proposed')
  const prices = ladder.approvals.filter(({ state }) => state === 'asked')
  return (
    <>
      {asked.map((offer, at) => (
        <Question {...props} offer={offer} id={at === 0 ? 'answer' : `answer-${offer.reference}`} />
      ))}
      {proposed.map((offer, at) => (
        <Proposal {...props} offer={offer} id={at === 0 ? 'proposal' : `proposal-${offer.reference}`} />
      ))}
      {prices.map((price) => (
        <Price {...props} price={price} />
      ))}
    </>
  )
}

type OfOffer = WaitingPartProps & { readonly offer: Ladder['offers'][number]; readonly id: string }

function Question({ slug, content, form, now, mayPlace, offer, id }: OfOffer) {
  const question = offer.questions.find(({ answer }) => answer === null)
  if (!question) return null
  return (
    <Section
      id={id}
      heading={`${offer.organisation} asks`}
      intro={`${pastMoment(question.askedAt, now)}. The clock rests until it is answered.`}
    >
      <InsetText>{question.words}</InsetText>
      {mayPlace ? (
        <PackageForm slug={slug} content={content}>
          <input type="hidden" name="offer" value={offer.id} />
          <WordsField
            form={form}
            name="words"
            label="Your answer"
            hint="The provider does not know who it is yet: write no name, address or telephone number."
          />
          <Button name="do" value="answer" preventDoubleClick>
            Answer
          </Button>
        </PackageForm>
      ) : null}
    </Section>
  )
}

function Proposal({ slug, content, now, mayPlace, offer, id }: OfOffer) {
  const { proposal } = offer
  if (!proposal) return null
  const lineOf = (lineId: Id) => offer.ask.lines.find((line) => line.id === lineId)
  return (
    <Section
      id={id}
      heading={`${offer.organisation} proposes other times`}
      intro={`From ${longDate(proposal.startOn)}; asked ${whenWords(offer.sentAt, now)}. The clock rests until it is decided.`}
    >
      <ul class="govuk-list govuk-list--bullet">
        {proposal.lines.map(({ id: lineId, band, days }) => {
          const line = lineOf(lineId)
          const was = line ? `, asked for: ${bandWords[line.band].toLowerCase()}, ${daysWords(line.days)}` : ''
          return (
            <li>
              {bandWords[band]}, {daysWords(days)}
              {line ? `, ${hoursWords(line.minutes)}${line.carers === 2 ? ', two carers' : ''}` : ''}
              {was}
            </li>
          )
        })}
      </ul>
      {proposal.words ? <InsetText>{proposal.words}</InsetText> : null}
      {mayPlace ? (
        <PackageForm slug={slug} content={content}>
          <input type="hidden" name="offer" value={offer.id} />
          <div class="m-btns">
            <Button name="do" value="agree" preventDoubleClick>
              Agree and place it
            </Button>
            <Button name="do" value="keep" classes="govuk-button--secondary" preventDoubleClick>
              Keep to what was asked for
            </Button>
          </div>
        </PackageForm>
      ) : null}
    </Section>
  )
}

function Price({
  slug,
  content,
  form,
  mayApprove,
  price,
}: WaitingPartProps & { readonly price: Ladder['approvals'][number] }) {
  const name = content.organisations.get(price.organisationId) ?? 'The next provider'
  return (
    <Section
      id="price"
      heading={`${name} costs more than the limit`}
      intro={`${pounds(price.hourlyPence)} an hour, ${pounds(price.weeklyPence)} a week. Up to ${pounds(price.abovePence)} an hour nobody has to approve.`}
    >
      {mayApprove ? (
        <PackageForm slug={slug} content={content}>
          <input type="hidden" name="approval" value={price.id} />
          <WordsField form={form} name="words" label="Why" />
          <div class="m-btns">
            <Button name="do" value="approve" preventDoubleClick>
              Approve, and send the offer
            </Button>
            <Button name="do" value="refuse" classes="govuk-button--secondary" preventDoubleClick>
              Do not approve
            </Button>
          </div>
        </PackageForm>
      ) : (
        <p>Finance officers and commissioners were asked by mail and find it among the prices to approve.</p>
      )}
    </Section>
  )
}
