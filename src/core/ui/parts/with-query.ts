/** An address with some of its query changed: a value sets, `undefined` takes away, all else stays as it was. */
export function withQuery(address: string, changes: { readonly [name: string]: string | undefined }): string {
  const [path = '', query = ''] = address.split('#')[0]?.split(/\?(.*)/s) ?? []
  const values = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) values.delete(name)
    else values.set(name, value)
  }
  const changed = values.toString()
  return changed ? `${path}?${changed}` : path
}

/** An address with one of several values of the same name taken away, such as one of the wards chosen. */
export function withoutValue(address: string, name: string, value: string): string {
  const [path = '', query = ''] = address.split('#')[0]?.split(/\?(.*)/s) ?? []
  const values = new URLSearchParams(query)
  values.delete(name, value)
  const changed = values.toString()
  return changed ? `${path}?${changed}` : path
}
