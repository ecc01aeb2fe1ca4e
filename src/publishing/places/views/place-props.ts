import type { Partnership } from '../../../core/auth/index.ts'
import type { PlaceContent } from '../queries/place-content.ts'

/** What the parts of an area's page are given. */
export interface PlacePageProps extends PlaceContent {
  readonly partnership: Partnership
}
