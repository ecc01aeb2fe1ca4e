/** The plain text of a message, with its line breaks, and its addresses as links. */
export const WithLinks = ({ text }: { readonly text: string }) => (
  <p>
    {text
      .trimEnd()
      .split('\n')
      .map((line, at) => (
        <>
          {at === 0 ? null : <br />}
          {line.split(/(https?:\/\/\S+)/).map((part) => (/^https?:\/\//.test(part) ? <a href={part}>{part}</a> : part))}
        </>
      ))}
  </p>
)
