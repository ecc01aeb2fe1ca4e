import { createContext, type VNode } from 'preact'

/** What stands above a statement's page for some of its readers: that it is a draft, or the way to write it. */
export const StatementStrip = createContext<VNode | undefined>(undefined)
