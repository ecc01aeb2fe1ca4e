import type { Bounds, Shape } from './ring.ts'

/** Where the edge of an area runs, simplified so that areas of one file still share their borders. */
export interface Boundary {
  readonly code: string
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: Shape }
  readonly bounds: Bounds
  /** The year whose boundaries these are, when the file says so. */
  readonly edition: string | null
  /** The source that the file was imported from; null when none was named. */
  readonly sourceKey: string | null
  /** The words of acknowledgement that the file itself carries. */
  readonly attribution: string | null
}
