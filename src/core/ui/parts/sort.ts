/** How a table is sorted: by which column, and which way. */
export interface Sort {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

/** What `?sort=` says: a column's key, with a minus before it for descending. Anything else is the order to begin with. */
export function readSort(value: string | undefined, keys: readonly string[], first: Sort): Sort {
  const [, minus, key = ''] = /^(-?)(.+)$/.exec(value ?? '') ?? []
  if (!keys.includes(key)) return first
  return { key, direction: minus ? 'descending' : 'ascending' }
}

/** A sort as `?sort=` says it. */
export const sortValue = ({ key, direction }: Sort): string => (direction === 'descending' ? `-${key}` : key)

/** What a column's heading sorts by next: the other way where it is sorted by already, else as suits the column. */
export function nextSort(key: string, now: Sort, first: Sort['direction'] = 'ascending'): Sort {
  if (now.key !== key) return { key, direction: first }
  return { key, direction: now.direction === 'ascending' ? 'descending' : 'ascending' }
}
