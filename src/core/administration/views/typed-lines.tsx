/** Text as it was typed, with its line breaks. */
export const TypedLines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      <>
        {at === 0 ? null : <br />}
        {line}
      </>
    ))}
  </>
)
