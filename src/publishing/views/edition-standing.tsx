import { editionPath, homePath } from '../paths.ts'

export interface EditionStandingProps {
  readonly slug: string
  readonly number: number
  readonly latest: number
}

/** Says first how an edition stands to today: an older one, or the latest, frozen either way. */
export function EditionStanding({ slug, number, latest }: EditionStandingProps) {
  return (
    <p class="m-why m-standing">
      {number < latest ? (
        <>
          <strong>There is a newer edition.</strong> This is edition {number} as it was published.{' '}
          <a href={editionPath(slug, latest)}>Go to edition {latest}</a>, or to{' '}
          <a href={homePath(slug)}>the statement as it stands today</a>.
        </>
      ) : (
        <>
          <strong>The latest edition,</strong> as it was published. Its figures do not change;{' '}
          <a href={homePath(slug)}>those of the statement do</a>.
        </>
      )}
    </p>
  )
}
