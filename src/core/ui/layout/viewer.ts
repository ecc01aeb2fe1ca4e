import { createContext } from 'preact'

/** Who is looking at a page, as its masthead shows them; undefined for the public. */
export interface Viewer {
  /** "Aila Example" */
  readonly name: string
  /** For whom they act: the title of a partnership or the name of an organisation. */
  readonly actingFor: string
  /** Whether there is another partnership or organisation to switch to. */
  readonly canSwitch: boolean
  /** The first page of their own work. */
  readonly home: string
}

/** Given by `renderPage`, read by the masthead, so that pages between need not hand it down. */
export const ViewerContext = createContext<Viewer | undefined>(undefined)
