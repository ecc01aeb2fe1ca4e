import { HomePage, type HomePageProps } from '../../views/home-page.tsx'
import { SectionPage, type SectionPageProps } from '../../views/section-page.tsx'
import { StatementStrip } from '../../views/statement-strip.ts'
import { deskPath, editorPath } from '../paths.ts'

/** A section as it would be read, under a strip that says it is a draft. */
export function DraftSection(props: SectionPageProps) {
  return (
    <StatementStrip.Provider value={<Strip href={editorPath(props.partnership.slug, props.section)} />}>
      <SectionPage {...props} />
    </StatementStrip.Provider>
  )
}

/** The statement's first page as it would be read, under the same strip. */
export function DraftHome(props: HomePageProps) {
  return (
    <StatementStrip.Provider value={<Strip href={deskPath(props.partnership.slug)} />}>
      <HomePage {...props} />
    </StatementStrip.Provider>
  )
}

function Strip({ href }: { readonly href: string }) {
  return (
    <p class="m-draft">
      <strong>Draft: not published.</strong> Links lead to the statement as readers see it now.{' '}
      <a href={href}>Back to writing</a>
    </p>
  )
}
