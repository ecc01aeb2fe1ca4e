import type { Partnership } from '../../../core/auth/index.ts'
import { type Choice, ChoiceField, DateField, FormMistakes, type FormState } from '../../../core/ui/form/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, Pagination } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { offerRulesPath, timeMachinePath } from '../../paths.ts'
import type { SolveRun } from '../../solving/solve-run.ts'
import { stateWord } from '../../solving-words.ts'
import type { MachineAsked } from '../machine-asked.ts'
import { newReplayPath, replayPath } from '../paths.ts'
import { MachineFrame } from './machine-frame.tsx'

/** A replay as a list tells of it. */
export type ListedReplay = Pick<SolveRun<MachineAsked>, 'id' | 'asked' | 'state' | 'words' | 'askedAt'> & {
  readonly askedByName: string | null
}

export interface ReplaysPageProps {
  readonly partnership: Partnership
  readonly runs: readonly ListedReplay[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly services: readonly Choice[]
  /** The period that is asked about next. */
  readonly form: FormState
}

/** What was tried on the past, and where the next try begins. */
export function ReplaysPage({ partnership, runs, total, page, pages, services, form }: ReplaysPageProps) {
  const { slug } = partnership
  const link = (to: number) =>
    to < 1 || to > pages
      ? undefined
      : {
          href: to === 1 ? timeMachinePath(slug) : `${timeMachinePath(slug)}?page=${to}`,
          labelText: `${to} of ${pages}`,
        }
  return (
    <MachineFrame partnership={partnership} title="Time machine" mistakes={form.mistakes.length > 0}>
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading="What if we had bought it otherwise?"
        note="Past packages are offered again under other rules, places, prices or hours. Nothing that happened is changed."
      />
      {services.length === 0 ? (
        <EmptyState
          what="Past rounds of offers can be gone through again here."
          why="No round has gone to its end yet."
          link={{ href: offerRulesPath(slug), text: 'The rules by which offers go out' }}
        />
      ) : (
        <form method="get" action={newReplayPath(slug)} novalidate>
          <ChoiceField form={form} name="service" label="Service" choices={services} />
          <DateField form={form} name="from" label="First day" hint="Rounds that were opened from this day on" />
          <DateField form={form} name="to" label="Last day" />
          <Button>Choose what to change</Button>
        </form>
      )}
      {total > 0 ? (
        <Section id="replays" heading={`${number(total)} ${total === 1 ? 'replay is' : 'replays are'} kept`}>
          <DataTable
            caption="Replays, the newest first"
            captionHidden
            columns={[{ heading: 'Asked' }, { heading: 'What was changed' }, { heading: 'Of' }, { heading: 'Found' }]}
            rows={runs.map(({ id, asked, state, words, askedAt, askedByName }) => [
              <>
                <a href={replayPath(slug, id)}>{longDate(londonDate(askedAt))}</a>
                {askedByName ? (
                  <>
                    <br />
                    <small>{askedByName}</small>
                  </>
                ) : null}
              </>,
              asked.changes.join('; '),
              <>
                {services.find(({ value }) => value === asked.service)?.text ?? asked.service}
                <br />
                <small>
                  {longDate(asked.from)} to {longDate(asked.to)}
                </small>
              </>,
              words || stateWord[state],
            ])}
          />
          {pages > 1 ? <Pagination previous={link(page - 1)} next={link(page + 1)} /> : null}
        </Section>
      ) : null}
    </MachineFrame>
  )
}
