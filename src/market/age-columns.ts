import { invalid } from '../core/errors/index.ts'
import type { Column } from '../core/import/index.ts'
import { type AgeBand, agesHeading, parseAges } from '../evidence/index.ts'

/** The columns of a header that hold people by age, youngest first. */
export interface AgeColumns {
  readonly columns: readonly Column[]
  readonly lowerAges: readonly number[]
}

/**
 * Finds the age columns of a header: `Age0` … `Age90plus`, or bands such as `0-15` … `90+`.
 * Together they must hold everyone: from 0, without gap or overlap, the last one open-ended (`90+`, or `Age90` after single years).
 */
export function ageColumns(header: readonly string[]): AgeColumns {
  const found = header
    .flatMap((name) => {
      const band = bandNamed(name)
      return band ? [{ name: name.trim(), band }] : []
    })
    .toSorted((a, b) => a.band.from - b.band.from)
  const trouble = troubleWith(found)
  if (trouble) throw invalid(trouble, 'Each person must be in one age column: from 0 up, the last one such as 90+.')
  return {
    columns: found.map(({ name, band }) => ({ key: `age-${band.from}`, names: [name] })),
    lowerAges: found.map(({ band }) => band.from),
  }
}

function bandNamed(name: string): AgeBand | undefined {
  const band = parseAges(name.replaceAll('_', ' '))
  const everyone = band?.from === 0 && band.to === null
  return everyone ? undefined : band
}

function troubleWith(found: readonly { name: string; band: AgeBand }[]): string | undefined {
  const [first] = found
  if (!first) return 'No column holds people by age.'
  if (first.band.from !== 0) return `The ages below ${first.band.from} are missing.`
  for (const [index, { name, band }] of found.entries()) {
    const next = found[index + 1]
    if (!next) return isOpen(band) ? undefined : `The ages above ${band.to} are missing.`
    if (band.to === null || next.band.from <= band.to) return `The age columns “${name}” and “${next.name}” overlap.`
    if (next.band.from > band.to + 1) {
      const gap = { from: band.to + 1, to: next.band.from - 1 }
      return `The ages ${agesHeading(gap)} are missing between “${name}” and “${next.name}”.`
    }
  }
  return undefined
}

/** Some files call their last column `Age90` and mean everyone from 90 up. */
const isOpen = ({ from, to }: AgeBand) => to === null || to === from
