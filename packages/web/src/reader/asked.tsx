/** What a second reader was shown of a document, and what became of each of its proposals. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { useMessages } from '../messages/messages.tsx'
import { DocumentLink } from '../parts/document-link.tsx'

type Asked = NonNullable<DocumentDetail['asked']>[number]

export function AskedOf({ document }: { document: DocumentDetail }) {
  const { t } = useMessages()
  const { asked = [], id } = document
  if (asked.length === 0) return null
  return (
    <details className="asked">
      <summary>{t('asked.title', { count: asked.length })}</summary>
      {asked.map((one) => (
        <AskedOnce key={one.id} document={id} asked={one} />
      ))}
    </details>
  )
}

function AskedOnce({ document, asked }: { document: string; asked: Asked }) {
  const { t, moment } = useMessages()
  return (
    <section>
      <p>
        {asked.at !== null && `${moment(asked.at)} · `}
        <bdi>{asked.model}</bdi> · <bdi dir="ltr">{asked.host}</bdi> ·{' '}
        {t('asked.characters', { count: asked.characters })}
      </p>
      {asked.failure !== null && (
        <p className="notice" lang="en" dir="auto">
          {asked.failure}
        </p>
      )}
      <ul>
        {(asked.proposals ?? []).map((proposal, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: proposals have no ids and their order never changes
          <li key={at} data-verdict={proposal.verdict}>
            <strong>{t(`asked.${proposal.verdict}`)}</strong>
            {proposal.quote !== null && (
              <>
                {': '}
                <Quote document={document} proposal={proposal} />
              </>
            )}{' '}
            <span className="quiet" lang="en" dir="auto">
              {proposal.reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Quote({ document, proposal }: { document: string; proposal: NonNullable<Asked['proposals']>[number] }) {
  const { quote, start, end, claim } = proposal
  const words = (
    <bdi>
      <q>{quote}</q>
    </bdi>
  )
  if (start === null || end === null) return words
  return (
    <DocumentLink id={document} words={{ start, end }} {...(claim === null ? {} : { claim })}>
      {words}
    </DocumentLink>
  )
}
