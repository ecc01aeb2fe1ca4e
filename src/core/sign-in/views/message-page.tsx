import type { Content } from '../../ui/govuk/index.ts'
import { Frame } from './frame.tsx'

export interface MessagePageProps {
  readonly title: string
  readonly children: Content
  readonly account?: boolean | undefined
}

/** A sentence or two, and where to go from here. */
export function MessagePage({ title, children, account = false }: MessagePageProps) {
  return (
    <Frame title={title} account={account}>
      {children}
    </Frame>
  )
}
