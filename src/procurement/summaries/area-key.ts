/** The key of a market area from its name, one that is not taken: "care-at-home", "care-at-home-2". */
export function areaKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')
  // These stand where a key would stand in addresses.
  const start = plain === '' || plain === 'new' ? `area${plain && `-${plain}`}` : plain
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? start : `${start}-${number}`
    if (!taken.has(key)) return key
  }
}
