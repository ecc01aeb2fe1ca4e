import { useContext } from 'preact/hooks'
import { safeUrl } from '../safe-url.ts'
import { ViewerContext } from './viewer.ts'

/** The way in for the public; for a viewer who they are, for whom they act, and the ways to their account and out. */
export function ViewerLinks() {
  const viewer = useContext(ViewerContext)
  if (!viewer) return <a href="/sign-in">Sign in</a>
  const { name, actingFor, canSwitch, home } = viewer
  return (
    <div class="m-viewer">
      <a class="m-viewer__who" href={safeUrl(home)}>
        <strong>{name}</strong>
        <span class="m-vh">, </span>
        <span>{actingFor}</span>
      </a>
      <ul>
        {canSwitch ? (
          <li>
            <a href="/account/switch">
              Switch<span class="m-vh"> to another partnership or organisation</span>
            </a>
          </li>
        ) : null}
        <li>
          <a href="/account">Your account</a>
        </li>
        <li>
          <form method="post" action="/sign-out">
            <button class="m-linklike" type="submit">
              Sign out
            </button>
          </form>
        </li>
      </ul>
    </div>
  )
}
