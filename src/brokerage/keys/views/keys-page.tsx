import { FormMistakes, type FormState, TextField } from '../../../core/ui/form/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button, InsetText } from '../../../core/ui/govuk/index.ts'
import { DataTable, Lead, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { ProviderPage, type ProviderPlace } from '../../../procurement/index.ts'
import { keysPath, revokeKeyPath } from '../paths.ts'
import type { KeyMade } from '../queries/keys-of.ts'

export interface KeysPageProps {
  readonly organisation: string
  readonly demonstration: boolean
  readonly places: readonly ProviderPlace[]
  readonly keys: readonly KeyMade[]
  readonly form: FormState
  /** A key that was just made: shown now and never again. */
  readonly token?: string | undefined
}

/** A provider's keys: which programs may answer in its name. */
export function KeysPage({ organisation, demonstration, places, keys, form, token }: KeysPageProps) {
  const heading = token ? 'Copy the key now: it is shown once' : 'Keys for your own programs'
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={places}
      of={{ text: 'Keys', href: keysPath() }}
      title={heading}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} />
      {token ? (
        <InsetText>
          <code>{token}</code>
        </InsetText>
      ) : null}
      <Lead>
        With a key, a program of {organisation} reads your offers, answers them and declares capacity, in your name. It
        holds while you may act for {organisation}, and until one of you revokes it.{' '}
        <a href="/api/v1/openapi.json">What it can ask for</a>
      </Lead>
      {keys.length > 0 ? <Keys keys={keys} /> : null}
      <Section id="new-key" heading="Make a key">
        <form method="post" action={keysPath()} novalidate>
          <TextField
            form={form}
            name="name"
            label="What it is for"
            hint="Such as the name of the rostering system."
            width={20}
          />
          <Button>Make a key</Button>
        </form>
      </Section>
    </ProviderPage>
  )
}

function Keys({ keys }: { readonly keys: readonly KeyMade[] }) {
  return (
    <DataTable
      caption="Keys"
      captionHidden
      columns={[{ heading: 'For' }, { heading: 'Made' }, { heading: 'Last used' }, { heading: 'State' }]}
      rows={keys.map(({ id, name, hint, madeAt, madeBy, lastUsedOn, revokedAt, holds }) => [
        <span>
          {name}
          <small class="m-under">ends in {hint}</small>
        </span>,
        `${longDate(londonDate(madeAt))} by ${madeBy}`,
        lastUsedOn ? longDate(lastUsedOn) : 'not yet',
        revokedAt ? (
          <State kind="stopped" word={`Revoked ${longDate(londonDate(revokedAt))}`} />
        ) : (
          <form method="post" action={revokeKeyPath(id)}>
            {holds ? <State kind="done" word="Holds" /> : <State kind="stopped" word="Who made it has left" />}{' '}
            <button type="submit" class="m-linklike">
              Revoke<span class="m-vh"> the key for {name}</span>
            </button>
          </form>
        ),
      ])}
    />
  )
}
