import type { ContractOfFile } from './contract-of-file.ts'

type Row = Pick<ContractOfFile, 'reference' | 'follows'>

/** Rows in such an order that each comes after the one it follows; those that follow in a ring keep theirs, at the end. */
export function inOrderOfFollowing<One extends Row>(rows: readonly One[]): One[] {
  const name = (text: string) => text.toLowerCase()
  const own = new Set(rows.map(({ reference }) => name(reference)))
  const placed = new Set<string>()
  const ordered: One[] = []
  let left = [...rows]
  while (left.length > 0) {
    const ready = left.filter(({ follows }) => follows === '' || placed.has(name(follows)) || !own.has(name(follows)))
    if (ready.length === 0) return [...ordered, ...left]
    ordered.push(...ready)
    for (const { reference } of ready) placed.add(name(reference))
    const taken = new Set(ready)
    left = left.filter((row) => !taken.has(row))
  }
  return ordered
}
