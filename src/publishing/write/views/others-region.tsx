import type { Partnership } from '../../../core/auth/index.ts'
import type { SectionSlug } from '../../section.ts'
import { editorPath } from '../paths.ts'
import { WritePage } from './write-page.tsx'

export interface OthersRegionProps {
  /** Where the region listens, and where it comes from again when something has changed. */
  readonly live: string
  readonly from: string
  /** What others have saved since the writing began, a sentence each. */
  readonly saved: readonly string[]
}

/** Says when somebody else has saved the section that is being written here. */
export function OthersRegion({ live, from, saved }: OthersRegionProps) {
  return (
    <div id="others" class={saved.length > 0 ? 'm-others' : undefined} data-live={live} data-from={from}>
      {saved.length > 0 ? (
        <p data-announce>
          {saved.join(' ')} When you save, your words and theirs are brought together; nothing of either is lost.
        </p>
      ) : null}
    </div>
  )
}

export interface OthersPageProps extends OthersRegionProps {
  readonly partnership: Partnership
  readonly section: SectionSlug
}

/** The region by itself, as the page of the form asks for it. */
export function OthersPage({ partnership, section, ...region }: OthersPageProps) {
  return (
    <WritePage
      partnership={partnership}
      title="What others have saved"
      breadcrumbs={[{ content: 'What others have saved' }]}
    >
      <h1 class="m-h3">What others have saved</h1>
      <OthersRegion {...region} />
      <p>
        <a href={editorPath(partnership.slug, section)}>Back to writing</a>
      </p>
    </WritePage>
  )
}
