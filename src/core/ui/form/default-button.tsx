/** What the Enter key presses: the first button of a form, wherever the others stand; nobody sees or reaches it. */
export function DefaultButton() {
  return (
    <button type="submit" class="m-vh" name="do" value="enter" tabIndex={-1} aria-hidden="true">
      Save
    </button>
  )
}
