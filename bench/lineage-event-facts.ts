/** What there is to tell of an invented event, each fact in several hands, with the figures that each sentence prints. */
import type { Figure } from '@corroborate/claims'
import type { Story } from './lineage-event.ts'

export type FactKey = 'killed' | 'children' | 'injured' | 'fled'

/** A sentence and the figures that it prints. */
export interface Sentence {
  readonly text: string
  readonly figures: readonly Printed[]
}

export interface Printed {
  readonly fact: FactKey
  readonly surface: string
  readonly value: number
  readonly comparator: Figure['comparator']
  readonly claimant: string | null
  readonly victims: Figure['victims']
  readonly perpetrator: string | null
}

export const digits = (n: number) => n.toLocaleString('en-US')

/** One fact in many hands: each entry is another way to tell it. */
export const FACTS: readonly (readonly ((s: Story) => Sentence)[])[] = [
  [
    (s) =>
      told(
        `At least ${digits(s.killed)} civilians were killed when fighters of the ${s.attackers} overran ${s.town} on ${s.weekday}, the ${s.monitor} said.`,
        s,
        'killed',
        'At least ',
      ),
    (s) =>
      told(
        `The ${s.monitor} has counted at least ${digits(s.killed)} dead civilians in ${s.town}, which the ${s.attackers} stormed on ${s.weekday}.`,
        s,
        'killed',
        'at least ',
      ),
    (s) =>
      told(
        `Bodies lay in the streets of ${s.town} after the ${s.attackers} moved in; by the tally of the ${s.monitor}, no fewer than ${digits(s.killed)} civilians lost their lives there.`,
        s,
        'killed',
        'no fewer than ',
      ),
    (s) =>
      told(
        `A raid by the ${s.attackers} has cost at least ${digits(s.killed)} civilians of ${s.town} their lives, according to figures that the ${s.monitor} gathered from morgues and cemeteries.`,
        s,
        'killed',
        'at least ',
      ),
  ],
  [
    (s) => told(`${s.children} children are among the dead, the same group added.`, s, 'children', ''),
    (s) => told(`The count includes ${s.children} minors, some of them found beside their parents.`, s, 'children', ''),
    (s) => told(`Of the victims ${s.children} had not reached the age of eighteen.`, s, 'children', ''),
  ],
  [
    (s) =>
      told(
        `Hospitals in ${s.province} took in about ${digits(s.injured)} injured, doctor ${s.doctor} told reporters.`,
        s,
        'injured',
        'about ',
      ),
    (s) =>
      told(
        `Wards in ${s.province} are overflowing: physician ${s.doctor} speaks of roughly ${digits(s.injured)} wounded patients.`,
        s,
        'injured',
        'roughly ',
      ),
    (s) =>
      told(
        `Some ${digits(s.injured)} people needed treatment for their wounds, estimates ${s.doctor}, who runs a ward in ${s.province}.`,
        s,
        'injured',
        'Some ',
      ),
  ],
  [
    (s) =>
      told(
        `More than ${digits(s.fled)} residents fled across the ${s.river} river towards ${s.province}.`,
        s,
        'fled',
        'More than ',
      ),
    (s) =>
      told(
        `Boats have ferried more than ${digits(s.fled)} displaced villagers over the ${s.river} since then.`,
        s,
        'fled',
        'more than ',
      ),
    (s) =>
      told(
        `On the far bank of the ${s.river}, aid workers have registered over ${digits(s.fled)} newcomers who abandoned their homes.`,
        s,
        'fled',
        'over ',
      ),
  ],
  [
    (s) => plain(`Interior minister ${s.minister} promised an inquiry and warned that "${s.quote}".`),
    (s) => plain(`An investigation will follow, pledged ${s.minister}, who heads the interior ministry.`),
    (s) =>
      plain(`${s.minister}, in charge of domestic security, vowed to look into what happened and to bring charges.`),
  ],
  [
    (s) =>
      plain(
        `Gunmen went from house to house near the ${s.spot}, dragging men outside and shooting them in front of their families.`,
      ),
    (s) =>
      plain(
        `Neighbourhoods around the ${s.spot} saw the worst of it: males were pulled into courtyards and executed while relatives watched.`,
      ),
    (s) =>
      plain(
        `Survivors from lanes close to the ${s.spot} describe doors kicked in, names checked against a list and volleys from the yards.`,
      ),
  ],
  [
    (s) => plain(`The assault began before dawn with ${s.arms} and lasted nearly ${s.hours} hours.`),
    (s) => plain(`It took the attackers ${s.hours} hours, backed by ${s.arms}, to silence the last guard post.`),
    (s) => plain(`First came ${s.arms} in the dark, then infantry; the fighting went on for ${s.hours} hours.`),
  ],
  [
    (s) => plain(`The ${s.attackers} rejected the accusation and blamed the rival ${s.rivals} for the bloodshed.`),
    (s) =>
      plain(`A spokesman for the ${s.attackers} called the charges fabricated, pointing at the ${s.rivals} instead.`),
    (s) =>
      plain(
        `Denials came from the ${s.attackers}, whose channel holds men of the ${s.rivals} to account for every corpse.`,
      ),
  ],
  [
    (s) =>
      plain(`Lawyers at the ${s.otherMonitor} said the killings may constitute war crimes and urged an arms embargo.`),
    (s) =>
      plain(
        `War crimes could have been committed, in the view of the ${s.otherMonitor}, which wants weapons shipments halted.`,
      ),
    (s) =>
      plain(
        `For the ${s.otherMonitor} the pattern possibly meets the definition of a war crime; it asks foreign capitals to stop deliveries.`,
      ),
  ],
  [
    (s) => plain(`"${capital(s.plea)}," ${s.doctor} said by telephone.`),
    (s) =>
      plain(
        `Medical staff in ${s.province} report power cuts, a lack of clean dressings and patients sleeping on floors.`,
      ),
    (s) =>
      plain(
        `Supplies of anaesthetic ran out in ${s.town} on the second evening, and operations were done by torchlight.`,
      ),
  ],
  [
    (s) =>
      plain(
        `Control of ${s.town} has changed hands repeatedly in the ${s.years} years since the customs revolt split the province.`,
      ),
    (s) =>
      plain(
        `The valley has known little peace: its orchards became a front line ${s.years} years ago, after the customs revolt.`,
      ),
    (s) =>
      plain(
        `Ever since a tax uprising ${s.years} years back, rival militias have traded possession of the settlement.`,
      ),
  ],
  [
    (s) =>
      plain(
        `Telephone lines remained cut on Sunday evening and convoys carrying flour were turned back at the ${s.river} bridge.`,
      ),
    (s) =>
      plain(
        `Nobody could reach relatives inside, since masts were down; lorries with grain waited at checkpoints along the ${s.river}.`,
      ),
    (s) => plain(`Relief trucks stood idle by the ${s.river} crossing as the network stayed dead.`),
  ],
  [
    (s) => plain(`Satellite pictures appear to show fresh graves on a slope behind the ${s.spot}.`),
    (s) => plain(`Newly turned earth is visible from above, images suggest, on a hillside next to the ${s.spot}.`),
    (s) => plain(`An imagery analyst pointed to rows of what seem to be recent burials uphill from the ${s.spot}.`),
  ],
]

export const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
export const plain = (text: string): Sentence => ({ text, figures: [] })

function told(text: string, s: Story, fact: FactKey, comparing: string): Sentence {
  const surface = `${comparing}${digits(s[fact])}`
  const comparators: { readonly [word: string]: Figure['comparator'] } = {
    '': 'exact',
    'at least ': 'at_least',
    'no fewer than ': 'at_least',
    'about ': 'about',
    'roughly ': 'about',
    'some ': 'about',
    'more than ': 'more_than',
    'over ': 'more_than',
  }
  const printed: Printed = {
    fact,
    surface,
    value: s[fact],
    comparator: comparators[comparing.toLowerCase()]!,
    claimant: fact === 'injured' ? s.doctor : fact === 'fled' ? null : s.monitor,
    victims: fact === 'killed' ? 'civilians' : fact === 'children' ? 'children' : 'people',
    perpetrator: fact === 'killed' ? s.attackers : null,
  }
  return { text, figures: [printed] }
}
