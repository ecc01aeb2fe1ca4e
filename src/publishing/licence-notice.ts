import type { Source } from '../evidence/index.ts'

/** What a file says of the licences of its sources, in sentences: each licence with the titles published under it. */
export function licenceNotice(sources: readonly Pick<Source, 'title' | 'publisher' | 'licence'>[]): string {
  const byLicence = Map.groupBy(sources, ({ licence }) => licence)
  const sentences = [...byLicence].map(
    ([licence, under]) => `${licence}: ${under.map(({ title, publisher }) => `${title} (${publisher})`).join('; ')}.`,
  )
  const open = [...byLicence.keys()].some((licence) => /open government licence v(ersion )?3/i.test(licence))
  return [
    ...(open ? ['Contains public sector information licensed under the Open Government Licence v3.0.'] : []),
    ...sentences,
  ].join(' ')
}
