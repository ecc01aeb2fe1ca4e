/** What came back for a region. */
export interface Answer {
  readonly response: Response
  readonly page: Document
  /** The region, when the answer is a page that has it and is not the page of some trouble. */
  readonly fresh: HTMLElement | null
}

/** Asks for a page and takes one region out of it; 409 and 422 are the same form with something to be corrected. */
export const fetchRegion = async (id: string, url: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(url, { ...init, headers: { 'X-Partial': id, ...init.headers } })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const usable =
    /html/.test(response.headers.get('content-type') ?? '') && (response.ok || /409|422/.test(`${response.status}`))
  return { response, page, fresh: usable ? page.getElementById(id) : null }
}
