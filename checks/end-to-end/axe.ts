/** What axe-core finds wrong with a page that is open. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export interface Violation {
  readonly rule: string
  /** Serious or critical. */
  readonly isGrave: boolean
  /** The elements, as HTML. */
  readonly elements: readonly string[]
}

/** Nothing of ours has frames, so that the page is judged where it is: the other mode opens a second page to join them. */
export async function violationsOn(page: Page): Promise<readonly Violation[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.map(({ id, impact, nodes }) => ({
    rule: id,
    isGrave: impact === 'serious' || impact === 'critical',
    elements: nodes.map(({ html }) => html),
  }))
}
