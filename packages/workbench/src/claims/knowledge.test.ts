import { createReader } from '@corroborate/claims'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from './knowledge.ts'

describe('loadKnowledge', () => {
  it('is read once', async () => {
    expect(await loadKnowledge()).toBe(await loadKnowledge())
  })

  it('knows settlements by every written name, and gives figures the place id', async () => {
    const knowledge = await loadKnowledge()
    const baniyas = knowledge.places.find((place) => place.country === 'SY' && place.aliases.includes('Baniyas'))
    expect(baniyas?.id).toMatch(/^geonames:\d+$/)
    const text = 'Police said 12 people were killed in Baniyas.'
    const { figures } = createReader(knowledge).read({
      id: 'case',
      text,
      blocks: [{ kind: 'body', start: 0, end: text.length }],
      language: 'en',
      title: null,
      outlet: null,
      agency: null,
      published: '2025-03-12',
    })
    expect(figures.map((figure) => [figure.place, figure.placeId])).toEqual([['Baniyas', baniyas?.id]])
  })

  it('gives every party and place an id of its own', async () => {
    const { parties, places } = await loadKnowledge()
    expect(new Set(parties.map((party) => party.id)).size).toBe(parties.length)
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length)
  })
})
