import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

/** The HTML document of a page. */
export const renderPage = (page: VNode): string => `<!doctype html>\n${render(page)}`
