import { longDate, number } from '../../../core/ui/format.ts'
import { Button, DateInput, Details, FileUpload, Input, Select } from '../../../core/ui/govuk/index.ts'
import { day } from '../../../core/ui/moment.ts'
import { DataTable, Section, withQuery } from '../../../core/ui/parts/index.ts'
import { type ContractDocument, documentKinds, documentWords } from '../contract-document.ts'
import { contractDocumentPath, contractDocumentsPath, contractPath } from '../paths.ts'
import type { ContractPageProps } from './contract-page-props.ts'

/** The documents of a contract with all of their versions, and the form that adds one. */
export function ContractDocuments(props: ContractPageProps) {
  const { partnership, contract, documents, mayWrite, asked } = props
  const { slug } = partnership
  const { reference } = contract
  const present = !asked.on && !asked.known
  const link = (document: ContractDocument, text: string) => (
    <a href={contractDocumentPath(slug, reference, document.id)}>{text}</a>
  )
  return (
    <Section
      id="documents"
      heading={documents.length === 0 ? 'No document is kept yet' : 'Documents'}
      intro={
        documents.length === 0
          ? 'The specification, the conditions and what was decided are kept here, in versions.'
          : undefined
      }
    >
      {documents.length > 0 ? (
        <DataTable
          caption="Documents, the newest version of each"
          captionHidden
          stack
          missing="none"
          columns={[
            { heading: 'Document' },
            { heading: 'Version' },
            { heading: 'Holds from' },
            { heading: 'Added' },
            { heading: 'Earlier versions' },
          ]}
          rows={documents.map(({ latest, earlier }) => [
            <>
              {link(latest, latest.title)}
              <small class="m-under">
                {documentWords[latest.kind]}, {sizeWords(latest.size)}
              </small>
            </>,
            <>
              {latest.version}
              {mayWrite && present ? (
                <small class="m-under">
                  <a href={`${withQuery(contractPath(slug, reference), { document: latest.id })}#add-document`}>
                    New version<span class="m-vh"> of {latest.title}</span>
                  </a>
                </small>
              ) : null}
            </>,
            longDate(latest.holdsFrom),
            <Added document={latest} {...props} />,
            earlier.length === 0
              ? 'None'
              : earlier.map((one, at) => (
                  <>
                    {at === 0 ? null : <br />}
                    {link(one, `Version ${one.version}, ${longDate(one.holdsFrom)}`)}
                  </>
                )),
          ])}
        />
      ) : null}
      {mayWrite && present && !contract.sharedFrom ? <AddDocument {...props} /> : null}
    </Section>
  )
}

const Added = ({ document, names }: ContractPageProps & { readonly document: ContractDocument }) => (
  <>
    {day(document.addedAt)}
    {document.addedBy && names.has(document.addedBy) ? (
      <small class="m-under">{names.get(document.addedBy)}</small>
    ) : null}
  </>
)

/** "320 KB", "4.2 MB" */
function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1024 ? `${number(kilobytes)} KB` : `${number(Math.round(kilobytes / 102.4) / 10)} MB`
}

function AddDocument({ partnership: { slug }, contract, typed, mistakes }: ContractPageProps) {
  const errorOf = (name: string) => mistakes.find(({ field }) => field === name)?.sentence
  const day = errorOf('holdsFrom-day')
  return (
    <Details id="add-document" summary="Add a document" open={mistakes.length > 0 || typed.title !== ''}>
      <form
        method="post"
        enctype="multipart/form-data"
        action={contractDocumentsPath(slug, contract.reference)}
        novalidate
      >
        <Select
          name="kind"
          label="What it is"
          value={typed.kind}
          items={[
            { text: 'Choose', value: '' },
            ...documentKinds.map((value) => ({ value, text: documentWords[value] })),
          ]}
          errorMessage={errorOf('kind')}
        />
        <Input
          name="title"
          label="Title"
          hint="The same kind and title again makes the next version; earlier ones are kept."
          value={typed.title}
          errorMessage={errorOf('title')}
        />
        <DateInput
          id="holdsFrom"
          namePrefix="holdsFrom"
          legend={{ content: 'Holds from', classes: 'govuk-fieldset__legend--s' }}
          values={typed.holdsFrom}
          errorMessage={day}
        />
        <FileUpload
          name="file"
          label="File"
          hint="PDF, Word, Excel, OpenDocument, CSV, text or picture; at most 64 MiB."
          errorMessage={errorOf('file')}
        />
        <Button preventDoubleClick classes="govuk-button--secondary">
          Add the document
        </Button>
      </form>
    </Details>
  )
}
