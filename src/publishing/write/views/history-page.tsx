import type { Partnership } from '../../../core/auth/index.ts'
import { Button, Input, NotificationBanner } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle, ProseDiff, Section } from '../../../core/ui/parts/index.ts'
import { type BlockChange, isDifferent } from '../../compare-blocks.ts'
import { comparedLines } from '../../compared-words.ts'
import { type SectionSlug, sectionBySlug } from '../../section.ts'
import { editorPath, historyPath } from '../paths.ts'
import { whenText } from '../when.ts'
import { originNames, type WriterNames, type Written, writerName } from '../written-by.ts'
import { WritePage } from './write-page.tsx'

export interface HistoryPageProps {
  readonly partnership: Partnership
  readonly section: SectionSlug
  /** A page of versions, the newest first. */
  readonly versions: readonly Written[]
  /** Where the following page begins; null on the last. */
  readonly next: number | null
  readonly current: number
  readonly names: WriterNames
  readonly compared:
    | { readonly from: number; readonly to: number; readonly changes: readonly BlockChange[] }
    | undefined
  /** What just happened. */
  readonly notice: string | undefined
}

/** The versions of a section: who wrote each and when, two of them compared, and the way back to one. */
export function HistoryPage(props: HistoryPageProps) {
  const { partnership, section, versions, current, compared, notice } = props
  const { slug } = partnership
  const title = sectionBySlug(section)?.title ?? section
  return (
    <WritePage
      partnership={partnership}
      title={compared ? `“${title}”: versions ${compared.from} and ${compared.to} compared` : `Versions of “${title}”`}
      breadcrumbs={[{ content: title, href: editorPath(slug, section) }, { content: 'Versions' }]}
    >
      {notice ? <NotificationBanner type="success" text={notice} /> : null}
      <PageTitle
        heading={current === 0 ? `“${title}” is not written yet` : `“${title}” stands at version ${current}`}
        note="Every save is kept. Restoring one makes a new version; nothing is taken out of this list."
      />
      {compared ? <Compared {...props} compared={compared} /> : null}
      {versions.length > 0 ? (
        <Versions {...props} />
      ) : (
        <EmptyState
          what="Each saved version stands here."
          why="Nobody has saved this section yet."
          link={{ text: `Write “${title}”`, href: editorPath(slug, section) }}
        />
      )}
    </WritePage>
  )
}

function Compared({ compared }: { readonly compared: NonNullable<HistoryPageProps['compared']> }) {
  const { from, to, changes } = compared
  const different = changes.filter(isDifferent)
  const moved = changes.filter((change) => change.moved).length
  return (
    <Section
      id="compared"
      heading={`From version ${from} to version ${to}`}
      intro={
        moved > 0 ? `${moved === 1 ? 'One block' : `${moved} blocks`} stands in another place as well.` : undefined
      }
    >
      {different.length > 0 ? (
        <ProseDiff
          caption={`Words of versions ${from} and ${to}`}
          before={`Version ${from}`}
          after={`Version ${to}`}
          blocks={comparedLines(changes.filter((change, at) => isDifferent(change) || isBeside(changes, at)))}
        />
      ) : (
        <p>The two say the same.</p>
      )}
    </Section>
  )
}

/** Whether a block that stayed stands next to one that did not: enough to see where that is. */
const isBeside = (changes: readonly BlockChange[], at: number): boolean =>
  [changes[at - 1], changes[at + 1]].some((change) => change !== undefined && isDifferent(change))

function Versions({ partnership: { slug }, section, versions, next, current, names, compared }: HistoryPageProps) {
  return (
    <Section id="versions" heading="Versions">
      {current > 1 ? (
        <form method="get" action={historyPath(slug, section)} class="m-filter" aria-label="Compare two versions">
          <div class="m-filter__fields">
            <Input
              name="from"
              label="Compare version"
              inputmode="numeric"
              classes="govuk-input--width-4"
              value={String(compared?.from ?? current - 1)}
            />
            <Input
              name="to"
              label="with version"
              inputmode="numeric"
              classes="govuk-input--width-4"
              value={String(compared?.to ?? current)}
            />
            <Button classes="govuk-button--secondary">Compare</Button>
          </div>
        </form>
      ) : null}
      <DataTable
        caption="Versions, the newest first"
        captionHidden
        stack
        columns={[
          { heading: 'Version' },
          { heading: 'When' },
          { heading: 'Who' },
          { heading: 'How' },
          { heading: 'What you can do' },
        ]}
        rows={versions.map((one) => [
          one.version === current ? `${one.version}, the current one` : String(one.version),
          one.writtenAt ? whenText(one.writtenAt) : null,
          writerName(one, names),
          one.origin ? originNames[one.origin] : null,
          <div class="m-acts">
            <a href={historyPath(slug, section, { from: one.version - 1, to: one.version })}>
              What changed<span class="m-vh"> in version {one.version}</span>
            </a>
            {one.version === current ? null : (
              <form method="post" action={historyPath(slug, section)}>
                <button class="m-tool" type="submit" name="restore" value={String(one.version)}>
                  Restore<span class="m-vh"> version {one.version}</span>
                </button>
              </form>
            )}
          </div>,
        ])}
      />
      {next === null ? null : (
        <p class="m-spaced">
          <a href={`${historyPath(slug, section)}?before=${next}`}>Earlier versions</a>
        </p>
      )}
    </Section>
  )
}
