import { CookieBanner, ExitThisPage, Feedback, Footer, GenericHeader, Header } from '../../ui/govuk/index.ts'
import { samplePagePath } from '../paths.ts'
import type { Specimen } from '../specimen.ts'

const sampleLogo = (
  <svg class="govuk-header__logotype" viewBox="0 0 32 32" width="30" height="30" role="img" aria-label="Sample state">
    <path fill="currentcolor" d="M4 4h24v24H4z" />
  </svg>
)

/** What stands round a page. */
export const frameSpecimens = (): readonly Specimen[] => [
  {
    name: 'Masthead and footer',
    imports: 'Page, WorkPage, renderPage from core/ui/layout',
    when: 'Every page is a Page: it brings the skip link, the masthead with who is signed in, the breadcrumbs and the footer. Shown as whole pages.',
    states: [
      {
        name: 'Whole pages',
        show: (
          <ul class="m-ds-pages">
            <li>
              <a href={samplePagePath('public')}>For the public</a>
            </li>
            <li>
              <a href={samplePagePath('work')}>For someone signed in, on the workbench</a>
            </li>
            <li>
              <a href={samplePagePath('long')}>With names as long as they come</a>
            </li>
          </ul>
        ),
      },
    ],
  },
  {
    name: 'Header and footer of GOV.UK',
    imports: 'GenericHeader, Header, Footer from core/ui/govuk',
    when: 'For a service that is not Mercat’s own site, such as a form within a council’s pages. Neither draws a crown.',
    states: [
      { name: 'Header with a name', show: <GenericHeader logo="Sample council" url="#main" /> },
      {
        name: 'Header with a service',
        show: <Header logo={sampleLogo} productName="Care" homepageUrl="#main" />,
      },
      {
        name: 'Footer',
        show: (
          <Footer
            meta={{ items: [{ content: 'Help', href: '#main' }] }}
            copyright={{ content: '© Sample council', href: '#main' }}
          />
        ),
      },
    ],
  },
  {
    name: 'Cookie banner',
    imports: 'CookieBanner from core/ui/govuk',
    when: 'Only if a cookie is ever set that the service could do without. Mercat sets only the one that keeps people signed in.',
    states: [
      {
        name: 'A question',
        show: (
          <CookieBanner
            ariaLabel="Sample cookies"
            messages={[
              {
                heading: 'Cookies on this sample',
                content: 'We would like to count visits.',
                actions: [
                  { content: 'Accept', type: 'button' },
                  { content: 'Reject', type: 'button' },
                ],
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Exit this page',
    imports: 'ExitThisPage from core/ui/govuk',
    when: 'On pages that could put someone in danger if they are seen reading them. It leaves for a page that gives nothing away.',
    states: [{ name: 'Normal', show: <ExitThisPage redirectUrl="/" id="sample-exit" /> }],
  },
  {
    name: 'Feedback',
    imports: 'Feedback from core/ui/govuk',
    when: 'At the foot of a page that asks what was wrong with it.',
    states: [
      {
        name: 'Normal',
        show: (
          <Feedback title="Is anything on this page wrong?" headingLevel={3}>
            <a href="#feedback">Tell the commissioning team</a>
          </Feedback>
        ),
      },
    ],
  },
]
