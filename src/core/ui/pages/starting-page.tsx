import { Page, renderPage } from '../layout/index.ts'
import { Finding } from '../parts/index.ts'

/** The page shown while the service makes itself ready; it loads itself again. */
export const startingPage = (doing: string, progress: number | null): string =>
  renderPage(
    <Page
      title="Getting ready"
      lang="en-GB"
      brand={{ kind: 'neutral' }}
      description="The service is starting."
      refresh={2}
      account={false}
    >
      <div class="m-read">
        <div class="m-title">
          <Finding level={1}>Getting ready</Finding>
        </div>
        <p role="status">
          {progress === null ? null : `${Math.round(progress * 100)}%: `}
          {doing}.
        </p>
        <p>This page loads again by itself every two seconds.</p>
      </div>
    </Page>,
  )
