import { asset } from '../asset.ts'
import { type Breadcrumb, Breadcrumbs, type Content, SkipLink } from '../govuk/index.ts'
import { safeUrl } from '../safe-url.ts'
import { type Brand, brandHref } from './brand.ts'
import { Footer, type FooterProps } from './footer.tsx'
import { Masthead, type NavigationItem } from './masthead.tsx'

export interface Feed {
  readonly title: string
  readonly href: string
  readonly type: 'application/atom+xml' | 'application/feed+json' | 'text/calendar'
}

export interface PageProps {
  /** What the page says, without the site's name, which is added. */
  readonly title: string
  /** The language of the page's own words. */
  readonly lang: 'en-GB' | 'cy' | 'gd'
  readonly brand: Brand
  /** One or two sentences for search engines and link previews. */
  readonly description: string
  /** `work` for the pages of those who work here all day: smaller type, wider, more rows in sight. */
  readonly density?: 'reading' | 'work' | undefined
  readonly navigation?: readonly NavigationItem[] | undefined
  readonly side?: readonly NavigationItem[] | undefined
  /** False where nobody can sign in or out, such as while the service starts. */
  readonly account?: boolean | undefined
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  /** What is invented on a demonstration's pages and what is not; shown above everything. */
  readonly demonstration?: string | undefined
  readonly canonical?: string | undefined
  readonly feeds?: readonly Feed[] | undefined
  readonly footer?: FooterProps | undefined
  /** Further script files in `static` besides `mercat.js`, which every page has; pages work without them. */
  readonly scripts?: readonly string[] | undefined
  /** Further stylesheets in `static` besides `mercat.css`. */
  readonly styles?: readonly string[] | undefined
  /** Load the page again after this many seconds: only while it waits for something. */
  readonly refresh?: number | undefined
  /** A form came back with mistakes: said first in the title, for people who hear it. */
  readonly mistakes?: boolean | undefined
  readonly children: Content
}

const sans = 'fonts/source-sans-3-400-700.woff2'

/** A whole page: head, skip link, demonstration strip, masthead, breadcrumbs, main, footer. */
export function Page(props: PageProps) {
  const { lang, brand, density, navigation, side, account, breadcrumbs = [], demonstration, footer, children } = props
  return (
    <html lang={lang} class={density === 'work' ? 'govuk-template m m--work' : 'govuk-template m'}>
      <Head {...props} />
      <body class="govuk-template__body">
        <SkipLink href="#main">Skip to main content</SkipLink>
        {demonstration ? (
          <aside class="m-demo" aria-label="Demonstration">
            <div class="m-wrap">{demonstration}</div>
          </aside>
        ) : null}
        <Masthead brand={brand} navigation={navigation} side={side} account={account} />
        {breadcrumbs.length > 0 ? (
          <div class="m-wrap">
            <Breadcrumbs items={breadcrumbs} />
          </div>
        ) : null}
        <main id="main" class="m-wrap m-main">
          {children}
        </main>
        <Footer {...footer} brand={brand} />
      </body>
    </html>
  )
}

function Head(props: PageProps) {
  const { title, brand, description, canonical, feeds = [], styles = [], scripts = [], mistakes, refresh } = props
  const site = brand.kind === 'partnership' ? brand.name : 'Mercat'
  const named = title === site ? title : `${title}, ${site}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{mistakes ? `Error: ${named}` : named}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={description} />
      <link rel="preload" href={asset(sans)} as="font" type="font/woff2" crossorigin="anonymous" />
      {['mercat.css', ...styles].map((name) => (
        <link rel="stylesheet" href={asset(name)} />
      ))}
      {brand.kind === 'partnership' ? <link rel="stylesheet" href={brandHref(brand)} /> : null}
      <link rel="icon" type="image/svg+xml" href={asset('mercat.svg')} />
      {refresh ? <meta http-equiv="refresh" content={String(refresh)} /> : null}
      {canonical ? <link rel="canonical" href={safeUrl(canonical)} /> : null}
      {feeds.map((feed) => (
        <link rel="alternate" type={feed.type} title={feed.title} href={safeUrl(feed.href)} />
      ))}
      {['mercat.js', ...scripts].map((name) => (
        <script type="module" src={asset(name)} />
      ))}
    </head>
  )
}
