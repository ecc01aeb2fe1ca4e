import { homePath } from '../paths.ts'

/** Every area of a partnership, with a map of one way to cut it. */
export const placesPath = (slug: string, by?: string): string =>
  `${homePath(slug)}/places${by === undefined ? '' : `?by=${encodeURIComponent(by)}`}`

/** One area; the slashes of a code made up here stay slashes. */
export const placePath = (slug: string, code: string): string =>
  `${homePath(slug)}/places/${code.split('/').map(encodeURIComponent).join('/')}`
