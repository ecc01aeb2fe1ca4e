/** Text as it was typed: a paragraph for each line. */
export const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => (
        <p>{line}</p>
      ))}
  </>
)

/** Text as it was typed, with its line breaks: an address. */
export const Broken = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      <>
        {at === 0 ? null : <br />}
        {line}
      </>
    ))}
  </>
)

/** A bulleted list of short texts. */
export const Bullets = ({ items }: { readonly items: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
