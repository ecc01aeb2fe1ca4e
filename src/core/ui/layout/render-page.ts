import { h, type VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { type Viewer, ViewerContext } from './viewer.ts'

/** The HTML document of a page, as one viewer (or anyone) sees it. */
export const renderPage = (page: VNode, viewer?: Viewer): string =>
  `<!doctype html>\n${render(h(ViewerContext.Provider, { value: viewer }, page))}`
