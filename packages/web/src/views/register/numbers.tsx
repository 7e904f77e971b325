/** Each toll of the ledger beside the registered victims of the same scope. */
import type { TollBesideNames } from '@corroborate/workbench/contract'
import { countText } from '../../format/count.ts'
import { useMessages } from '../../messages/messages.tsx'
import { Answer, CitingAnswer } from '../../parts/answer.tsx'
import { Citations } from '../../parts/document-link.tsx'
import { useNumbers, useRegister } from '../../source/register-queries.tsx'
import { RegisterParts } from './parts.tsx'

const RANGES = ['named', 'unnamed', 'unaccounted', 'excess'] as const

export function NumbersView() {
  const { t } = useMessages()
  return (
    <>
      <h1>{t('register.numbersTitle')}</h1>
      <RegisterParts />
      <p className="intro">{t('register.numbersIntro')}</p>
      <Answer query={useRegister()}>
        {({ lists }) => (lists.length === 0 ? <p>{t('register.empty')}</p> : <Numbers />)}
      </Answer>
    </>
  )
}

/** Without any list every toll would read as unaccounted for, which nobody has looked into. */
function Numbers() {
  const { t } = useMessages()
  return (
    <CitingAnswer query={useNumbers()}>
      {(rows) => (rows.length === 0 ? <p>{t('register.noTolls')}</p> : <Tolls rows={rows} />)}
    </CitingAnswer>
  )
}

function Tolls({ rows }: { rows: readonly TollBesideNames[] }) {
  const m = useMessages()
  const { t } = m
  const between = ({ low, high }: TollBesideNames['named']) =>
    high === null ? t('register.orMore', { low }) : low === high ? m.number(low) : t('register.range', { low, high })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={t('register.numbersTitle')} tabIndex={0}>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{t('register.toll')}</th>
            {RANGES.map((range) => (
              <th key={range} scope="col">
                {t(`register.${range}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.series}>
              <th scope="row">
                <strong>{countText(m, row.point)}</strong> {t(`victims.${row.victims}`)}
                <div>
                  <bdi>{row.origin ?? t('field.ownVoice')}</bdi>
                  {row.place !== null && (
                    <>
                      {' · '}
                      <bdi>{row.place}</bdi>
                    </>
                  )}
                  {row.point.asOf !== null && ` · ${t('register.upTo', { date: m.date(row.point.asOf) })}`}
                </div>
                {row.perpetrator !== null && (
                  <div>
                    {t('field.perpetrator')}: <bdi>{row.perpetrator}</bdi>
                  </div>
                )}
                <Citations claims={row.point.figures} />
                {row.cautions.map((caution) => (
                  <div key={caution} className="caution">
                    {t(`register.caution.${caution}`)}
                  </div>
                ))}
              </th>
              {RANGES.map((range) => (
                <td key={range}>{between(row[range])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
