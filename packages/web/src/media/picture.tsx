/** The picture that an item is: covered at first, then as the original shows it. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { isolated, useMessages } from '../messages/messages.tsx'
import { useSource } from '../source/queries.tsx'
import { PicturesSetting, Veil } from './veil.tsx'

export function ItemPicture({ document }: { document: DocumentDetail }) {
  const m = useMessages()
  const { t } = m
  const source = useSource()
  const { item, thumbnail, files } = document
  const small = source.thumbnail(item)
  const whole = source.picture(item, null)
  if (thumbnail === undefined || small === null || whole === null) return null
  const { width, height } = thumbnail.picture
  const alt = t('media.pictureOf', { file: files[0] ?? item, width: m.number(width), height: m.number(height) })
  return (
    <section className="item-picture" aria-labelledby="item-picture-title">
      <h2 id="item-picture-title">{t('media.picture')}</h2>
      <PicturesSetting />
      <Veil>
        {(seen) => (
          <>
            <img src={seen ? whole : small} alt={alt} width={width} height={height} />
            {seen && (
              <p>
                <a href={whole} target="_blank" rel="noreferrer">
                  {t('media.whole')}
                </a>
              </p>
            )}
          </>
        )}
      </Veil>
      <p className="quiet">
        {t('media.thumbnailBy', {
          width: m.number(thumbnail.width),
          height: m.number(thumbnail.height),
          maker: isolated(thumbnail.maker),
        })}
      </p>
    </section>
  )
}
