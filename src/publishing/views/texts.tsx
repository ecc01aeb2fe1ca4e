import { Finding } from '../../core/ui/parts/index.ts'
import type { Source } from '../../evidence/index.ts'
import { sourcePath } from '../paths.ts'
import type { StatementText } from '../statement-text.ts'

export interface TextsProps {
  readonly slug: string
  readonly texts: readonly StatementText[]
  readonly sources: ReadonlyMap<string, Source>
  readonly level?: 2 | 3 | undefined
}

/** The words of a section: a heading that says something, a short text, and what it draws on. */
export function Texts({ slug, texts, sources, level = 2 }: TextsProps) {
  return (
    <div class="m-texts">
      {texts.map((text) => (
        <div class="m-read m-text">
          {text.heading ? (
            <Finding level={level} size={3}>
              {text.heading}
            </Finding>
          ) : null}
          <p>{text.text}</p>
          <DrawsOn slug={slug} text={text} sources={sources} />
        </div>
      ))}
    </div>
  )
}

function DrawsOn({ slug, text, sources }: { slug: string; text: StatementText; sources: ReadonlyMap<string, Source> }) {
  const source = text.sourceKey ? sources.get(text.sourceKey) : undefined
  if (!source) return null
  return (
    <p class="m-small m-2">
      In our words, from <a href={sourcePath(slug, source.key)}>{source.title}</a>
      {text.locus ? `, ${text.locus}` : ''}
    </p>
  )
}
