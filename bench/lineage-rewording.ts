/** What desks do to another's report: words replaced, sentences turned, a touch here and there. None of it is known to the detector. */
import type { Dice } from './lineage-dice.ts'
import { capital, type Printed, type Sentence } from './lineage-event-facts.ts'

/** Another word for a word, in no particular order; none of it is known to the detector. */
const THESAURUS: readonly (readonly [string, string])[] = [
  ['civilians were killed', 'civilians died'],
  ['overran', 'captured'],
  ['has counted', 'recorded'],
  ['dead civilians', 'slain civilians'],
  ['stormed', 'attacked'],
  ['lay in the streets', 'were strewn across the roads'],
  ['moved in', 'arrived'],
  ['lost their lives', 'perished'],
  ['A raid', 'An incursion'],
  ['has cost', 'claimed'],
  ['gathered from', 'collected at'],
  ['morgues and cemeteries', 'mortuaries and graveyards'],
  ['are among the dead', 'count among those slain'],
  ['the same group added', 'it went on'],
  ['The count includes', 'Its total covers'],
  ['minors', 'youngsters'],
  ['found beside', 'discovered next to'],
  ['parents', 'mothers and fathers'],
  ['Hospitals', 'Clinics'],
  ['took in', 'admitted'],
  ['told reporters', 'informed journalists'],
  ['overflowing', 'packed'],
  ['speaks of', 'mentions'],
  ['wounded patients', 'hurt patients'],
  ['needed treatment', 'required care'],
  ['residents fled', 'inhabitants escaped'],
  ['have ferried', 'carried'],
  ['villagers', 'country people'],
  ['aid workers', 'relief staff'],
  ['have registered', 'listed'],
  ['newcomers', 'arrivals'],
  ['abandoned', 'left behind'],
  ['promised an inquiry', 'announced a probe'],
  ['warned', 'cautioned'],
  ['An investigation will follow', 'A probe is to come'],
  ['who heads', 'the chief of'],
  ['vowed to look into', 'undertook to examine'],
  ['bring charges', 'prosecute'],
  ['Gunmen', 'Armed men'],
  ['went from house to house', 'moved door to door'],
  ['dragging men outside', 'hauling males out'],
  ['in front of', 'before the eyes of'],
  ['families', 'kin'],
  ['Neighbourhoods', 'Quarters'],
  ['saw the worst of it', 'suffered most'],
  ['were pulled into', 'were taken to'],
  ['while relatives watched', 'as kin looked on'],
  ['Survivors', 'Those who lived'],
  ['describe', 'recall'],
  ['kicked in', 'broken down'],
  ['checked against', 'compared with'],
  ['The assault began', 'The offensive opened'],
  ['before dawn', 'in the small hours'],
  ['lasted nearly', 'went on for almost'],
  ['backed by', 'supported with'],
  ['to silence', 'to overcome'],
  ['rejected the accusation', 'dismissed the charge'],
  ['blamed', 'held responsible'],
  ['bloodshed', 'carnage'],
  ['called the charges fabricated', 'dubbed the claims invented'],
  ['pointing at', 'accusing'],
  ['Denials came from', 'There was a denial by'],
  ['Lawyers', 'Jurists'],
  ['killings', 'slayings'],
  ['urged', 'demanded'],
  ['arms embargo', 'ban on weapons sales'],
  ['shipments halted', 'deliveries stopped'],
  ['Medical staff report', 'Nurses tell of'],
  ['power cuts', 'blackouts'],
  ['a lack of', 'too few'],
  ['sleeping on floors', 'lying on bare ground'],
  ['ran out', 'were exhausted'],
  ['operations were done', 'surgery took place'],
  ['Control of', 'Command over'],
  ['has changed hands repeatedly', 'has passed back and forth'],
  ['split', 'divided'],
  ['has known little peace', 'has seldom been calm'],
  ['became a front line', 'turned into a battlefield'],
  ['rival militias', 'competing bands'],
  ['have traded possession', 'have taken turns in charge'],
  ['remained cut', 'were still down'],
  ['convoys carrying flour', 'columns loaded with meal'],
  ['were turned back', 'were refused passage'],
  ['Nobody could reach', 'No one got through to'],
  ['lorries with grain', 'trucks full of wheat'],
  ['waited at', 'stood at'],
  ['Relief trucks', 'Aid vehicles'],
  ['stood idle', 'were stuck'],
  ['Satellite pictures', 'Images from orbit'],
  ['appear to show', 'seem to reveal'],
  ['fresh graves', 'new burial places'],
  ['on a slope behind', 'on a hill at the back of'],
  ['Newly turned earth', 'Freshly dug soil'],
  ['is visible from above', 'can be seen from the air'],
  ['pointed to', 'drew attention to'],
  ['recent burials', 'new tombs'],
  ['said by telephone', 'explained over the phone'],
  ['according to figures', 'by numbers'],
]

/** Small words and turns that a rewriting desk also replaces. */
const TURNS: readonly (readonly [RegExp, string])[] = [
  [/ when fighters of the /, ' as members of the '],
  [/, which the /, ', a place the '],
  [/ after the /, ' once the '],
  [/, some of them /, ', several of these '],
  [/Of the victims /, 'Among those who died, '],
  [/had not reached the age of eighteen/, 'were under eighteen'],
  [/, who runs a ward in /, ', head of a ward in '],
  [/ since then\b/, ' in the days that followed'],
  [/ towards /, ' in the direction of '],
  [/On the far bank of the /, 'Beyond the '],
  [/ what happened\b/, ' the events'],
  [/ near the /, ' by the '],
  [/ from lanes close to /, ' out of alleys beside '],
  [/ and shooting them /, ' to gun them down '],
  [/ and volleys from the yards/, ' and salvoes heard from courtyards'],
  [/ and executed\b/, ' and put to death'],
  [/First came /, 'The opening was made by '],
  [
    / in the dark, then infantry; the fighting went on for /,
    ' by night, with foot soldiers behind; combat continued for ',
  ],
  [/It took the attackers /, 'The assailants needed '],
  [/ the last guard post/, ' the final sentry position'],
  [/ for every corpse/, ' for all the dead'],
  [/ whose channel holds /, ' and its broadcasts hold '],
  [/, in the view of /, ', as seen by '],
  [/War crimes could have been committed/, 'What took place could have been war crimes'],
  [
    /For the (.+) the pattern possibly meets the definition of a war crime/,
    'The pattern possibly meets what the law calls a war crime, the $1 holds',
  ],
  [/ asks foreign capitals to /, ' wants governments abroad to '],
  [/ and patients /, ' while the sick are '],
  [/ clean dressings\b/, ' sterile bandages'],
  [/ on the second evening\b/, ' by the next night'],
  [/ by torchlight\b/, ' with hand lamps'],
  [/Supplies of anaesthetic/, 'Stocks of narcotics'],
  [/Ever since a tax uprising (\d+) years back/, 'Since taxes led to revolt $1 years ago'],
  [/ its orchards /, ' the fruit groves there '],
  [/ the settlement\b/, ' the place'],
  [/ in the (\d+) years since /, ' during the $1 years that followed '],
  [/Telephone lines/, 'Phones'],
  [/ relatives inside, since masts were down/, ' family members there, for the towers had failed'],
  [/ as the network /, ' while mobile service '],
  [/ on a hillside next to /, ' on the incline beside '],
  [/An imagery analyst/, 'One expert in photographs'],
  [/ rows of /, ' lines of '],
  [/ uphill from /, ' above '],
  [/ on (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/, ', $1'],
]

/** Words changed, the attribution moved to the other end, as a rewriting desk would. */
export function reworded(d: Dice, sentence: Sentence, strength: number): Sentence {
  let text = sentence.text
  for (const [from, to] of TURNS) if (d.chance(strength)) text = text.replace(from, to)
  for (const [from, to] of THESAURUS) if (d.chance(strength)) text = text.replace(from, to)
  const tail =
    /^(?<what>[^"]+), (?<who>(?:the|doctor) [^",]+?) (?<cue>said|added|told reporters|informed journalists|estimates)\.$/.exec(
      text,
    )
  if (tail?.groups !== undefined && d.chance(strength)) {
    const { who, what } = tail.groups
    text = `${capital(who!)} reports that ${lower(what!)}.`
  }
  const front = /^(?<lead>The [^",;]+?) (?<verb>rejected|dismissed|has counted|recorded)(?<rest> [^;]+)\.$/.exec(text)
  if (front?.groups !== undefined && d.chance(strength * 0.4)) {
    text = `It was ${lower(front.groups.lead!)} that ${front.groups.verb}${front.groups.rest}.`
  }
  return { text, figures: kept(text, sentence) }
}

const lower = (text: string) =>
  /^(?:At|More|Some|The|A|An|Gunmen|Hospitals|Bodies)\b/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text

/** The figures of a sentence in its new words: a comparator may have moved into mid-sentence. */
function kept(text: string, sentence: Sentence): readonly Printed[] {
  return sentence.figures.flatMap((figure) => {
    if (text.includes(figure.surface)) return [figure]
    const surface = figure.surface[0]!.toLowerCase() + figure.surface.slice(1)
    return text.includes(surface) ? [{ ...figure, surface }] : []
  })
}

/** A word dropped, an adverb put in, a tense changed: what a copy desk does. */
export function touched(d: Dice, sentence: Sentence): Sentence {
  let text = sentence.text
  const edits: readonly (readonly [RegExp, string])[] = [
    [/ on (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/, ' late on $1'],
    [/\bsaid\b/, 'stated'],
    [/\badded\b/, 'noted'],
    [/ near the /, ' close to the '],
    [/\bnearly\b/, 'almost'],
    [/\brepeatedly\b/, 'several times'],
    [/\bworst of it\b/, 'worst'],
    [/\binstead\b/, 'for its part'],
    [/\bfresh\b/, 'new'],
    [/ in front of /, ' before '],
    [/\bnewcomers\b/, 'people'],
    [/\bremained\b/, 'were still'],
    [/\bbefore dawn\b/, 'shortly before dawn'],
    [/\bwounded patients\b/, 'wounded'],
    [/\b(has|have) (counted|registered|ferried)\b/, '$1 so far $2'],
    [/, who heads /, ', head of '],
    [/ by telephone\b/, ' on the telephone'],
    [/ towards /, ' to '],
  ]
  for (const [from, to] of edits) if (d.chance(0.6)) text = text.replace(from, to)
  if (d.chance(0.15)) text = text.replace(/\.$/, ', it emerged.')
  return { text, figures: kept(text, sentence) }
}

/** Every edited copy has at least one edit. */
export function stamped(sentence: Sentence): Sentence {
  const text = sentence.text.replace(/\.$/, ', in the worst day of the year so far.')
  return { text, figures: kept(text, sentence) }
}
