const hierarchyNames: Readonly<Record<string, string>> = {
  administrative: 'Council',
  ward: 'Wards',
  locality: 'Localities',
  'health-board': 'Health board',
  'integration-authority': 'Integration authority',
  zone: 'Zones',
  system: 'The wider system',
}

/** What a way of dividing the ground is called on a page. */
export const hierarchyName = (hierarchy: string): string => hierarchyNames[hierarchy] ?? capital(hierarchy)

/** What an area of a kind is called: "data zone". */
export const kindName = (kind: string): string => kind.replaceAll('-', ' ')

/** What several areas of a kind are called: "Wards", "Localities", "Health boards". */
export function kindsName(kind: string): string {
  const one = capital(kind)
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`
}

const capital = (key: string): string => kindName(key.charAt(0).toUpperCase() + key.slice(1))
