/** The field that a name was probably meant for, by a slip of the pen: `minRuns` for `minRun`, `max_share` for `maxShare`; undefined for a name of its own. */
export function meantField(name: string, fields: readonly string[]): string | undefined {
  const given = plain(name)
  return fields.find((field) => isNear(given, plain(field)))
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Part of the longer name that both begin with, from which on they are taken for one. */
const sameStart = 0.6

function isNear(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length)
  const shorter = Math.min(one.length, other.length)
  if (shorter < 3) return one === other
  let same = 0
  while (same < shorter && one[same] === other[same]) same += 1
  return same === shorter || same >= sameStart * longer || editsBetween(one, other) <= (longer < 6 ? 1 : 2)
}

/** Letters to put in, leave out or replace to make one name of the other. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [to, wanted] of [...other].entries())
      next.push(Math.min((row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1, (row[to] ?? 0) + (letter === wanted ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
