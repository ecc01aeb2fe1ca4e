import { FormMistakes, type FormState, TextField } from '../../../core/ui/form/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { EmptyState, Lead, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { ProviderPage, providerContractsPath } from '../../../procurement/index.ts'
import { keysPath } from '../../keys/paths.ts'
import { bandWords, hoursWords } from '../../requests/care-words.ts'
import { bands } from '../../visit-line.ts'
import { capacityAreaPath, capacityPlace, providerPlaces } from '../paths.ts'
import type { CapacityArea } from '../queries/capacity-areas.ts'

export interface CapacityPageProps {
  readonly organisation: string
  readonly demonstration: boolean
  readonly areas: readonly CapacityArea[]
  /** The area whose form was sent last. */
  readonly open?: CapacityArea | undefined
  readonly form: FormState
}

const heading = 'What you can give'

/** One number an area and part of the day, and one confirm. */
export function CapacityPage(props: CapacityPageProps) {
  const { organisation, demonstration, areas, form } = props
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={capacityPlace}
      title={heading}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} />
      {areas.length > 0 ? (
        <Lead>
          Carers’ hours a week in all, those that you give already included. Brokers see them at once, and nothing is
          offered to you that goes beyond them. Two carers at once count twice.
        </Lead>
      ) : (
        <EmptyState
          what="Each area that your lots serve appears here, with a number for each part of the day."
          why="No partnership has a lot with a place of yours in it today."
          link={{ text: 'Your contracts', href: providerContractsPath() }}
        />
      )}
      {areas.map((area) => (
        <Area {...props} area={area} />
      ))}
      <p>
        <a href={keysPath()}>Let your own system declare it: keys</a>
      </p>
    </ProviderPage>
  )
}

/** What one number is called in its form. */
export const numberField = (index: number, band: string): string => `${band}-${index}`

function Area({ areas, area, open, form }: CapacityPageProps & { readonly area: CapacityArea }) {
  const index = areas.indexOf(area)
  const sent = open !== undefined && areas.indexOf(open) === index
  const { partnership, serviceType, service, name, declaredAt } = area
  const declared = bands.map((band) => [
    numberField(index, band),
    [hoursTyped(area.bands[band].declared ?? (declaredAt ? 0 : null))],
  ])
  const state = sent ? form : { typed: Object.fromEntries(declared), mistakes: [] }
  return (
    <Section
      id={`area-${index}`}
      heading={`${service} in ${name}`}
      intro={`${partnership.title}. ${declaredAt ? `Last confirmed ${longDate(londonDate(declaredAt))}.` : 'Not declared yet: you are asked whatever the hours.'}`}
    >
      <form method="post" action={capacityAreaPath(partnership.slug, serviceType, area.area)} novalidate>
        {bands.map((band) => (
          <TextField
            form={state}
            name={numberField(index, band)}
            label={bandWords[band]}
            hint={given(area.bands[band].committed)}
            suffix="hours"
            inputmode="decimal"
            width={4}
          />
        ))}
        <Button>
          Confirm<span class="m-vh"> {`${service} in ${name}`}</span>
        </Button>
      </form>
    </Section>
  )
}

const given = (minutes: number): string =>
  minutes === 0 ? 'nothing given yet' : `${hoursWords(minutes)} a week given already`

/** Minutes as hours are typed: 90 as "1.5". */
const hoursTyped = (minutes: number | null): string => (minutes === null ? '' : String(Math.round(minutes / 0.6) / 100))
