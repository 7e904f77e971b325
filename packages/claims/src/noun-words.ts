/** The small and great words of English noun phrases: nouns that can speak, documents, determiners, prepositions, times. */
import type { PartyKind } from './knowledge.ts'
import { wordSet } from './phrase.ts'

/** Nouns that can speak, by the kind of party they name. Plurals are listed where they are said. */
export const HEADS: ReadonlyMap<string, PartyKind> = new Map(
  (
    [
      [
        'official',
        'official officials spokesman spokesperson spokeswoman spokespersons spokespeople minister ministers mayor governor president prosecutor prosecutors prosecutor-general commander commanders general secretary secretary-general envoy director head leader leaders lawmaker ambassador judge chairman chairwoman chief premier coordinator commissioner representative representatives rapporteur adviser advisor diplomat diplomats senator officer officers magistrate coroner sheriff aide chancellor king emir administrator councillor deputy legislator counsel attorney-general deputies investigator investigators secretary-general vice-president correspondent colonel major captain analyst expert experts elder elders chief-of-staff chiefs commissioners mayors governors ambassadors coroners generals lawmakers legislators mps mp chairperson convener superintendent inspector constable marshal brigadier lieutenant sergeant admiral warden attorney undersecretary rapporteurs analysts historian historians academics ceo secretaries envoys congressman congresswoman parliamentarian parliamentarians',
      ],
      [
        'government',
        'government ministry unit authorities authority police army military presidency department administration regime office secretariat ombudsman inspectorate headquarters embassy delegation junta cabinet parliament council municipality troops forces command defence defense service services agency bureau directorate junta state kremlin pentagon navy prosecution gendarmerie guard coastguard crews brigade fire-brigade',
      ],
      [
        'witness',
        'witness witnesses eyewitness eyewitnesses resident residents survivor survivors villager villagers locals relative relatives family families interviewees inhabitants neighbours neighbors refugee refugees worker workers student students detainees prisoner teacher farmer shepherd driver mother father son daughter brother sister uncle aunt cousin nephew niece husband wife widow grandfather grandmother parents colleague friend man woman protester protesters demonstrators evacuees nurse volunteer rescuer paramedic responder bystander manager owner employee trader shopkeeper vendor headmaster principal attendant gravedigger undertaker pathologist engineer fisherman herder caretaker passenger motorist tourist pilgrim worshipper people many nurses teachers employees staff passengers farmers herders fishermen drivers pilgrims worshippers shopkeepers traders rescuer volunteers returnees neighbour neighbor',
      ],
      [
        'hospital',
        'hospital hospitals clinic doctor doctors medic medics morgue surgeon paramedics rescuers responders',
      ],
      [
        'monitor',
        'monitor monitors watchdog watchdogs observatory observatories network group groups organization organisation organizations organisations ngo ngos charity charities agencies committee committees activist activists campaigners defenders coalition commission panel mission union federation institute centre center project foundation association syndicate society cooperative team initiative researchers researcher movement front alliance body inquiry lawyers lawyer experts scholars',
      ],
      [
        'outlet',
        'newspaper media outlet outlets broadcaster television tv channel radio website magazine daily newspapers reports press journalists journalist reporter reporters',
      ],
      [
        'armed_group',
        'separatists separatist secessionists islamists jihadists extremists cartel militia militias militants rebels insurgents gang group fighters faction factions guerrillas gunmen',
      ],
      ['court', 'court tribunal judiciary'],
      ['political_group', 'opposition party parties campaigners bloc'],
      ['other', 'source sources'],
      [
        'community',
        'bishop bishops priest priests monk monks nun nuns church archbishop diocese imam pastor cleric clerics clan chiefdom',
      ],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
)

/** Documents that speak for whoever issued them. */
export const DOCUMENT_NOUNS = wordSet(
  'report reports statement statements list lists tally count figures data toll tolls record records investigation study document documents survey findings estimate estimates communique release bulletin bulletins communiques registers register update interview briefing letter post tweet message analysis inquiry indictment judgment judgement verdict ruling complaint petition dossier affidavit assessment database registry conference note dispatch reckoning account information documentation material materials inquiry poll announcement testimony testimonies accounts interviews comments remarks speech address video footage evidence number numbers statistics reporting',
)

export function speakerKind(norm: string): PartyKind | null {
  return HEADS.get(norm) ?? null
}

export const DETERMINERS = wordSet(
  'the a an its their his her this that these those our my some several many two three four five six one another other both all any each most no such',
)
export const PREPOSITIONS = wordSet(
  'of in at from for with by on to into near inside outside against under over after before during between among amid across through within without since until about around as than via despite following including like per toward towards upon above below behind beyond along beside besides concerning regarding',
)
export const STOPS = wordSet(
  'none nobody nothing neither and or but nor so yet if when while whereas although though because unless that which who whom whose where why how what there here not never only also even just still already then now thus hence however moreover meanwhile instead is are was were be been being am has have had having do does did will would can could may might must shall should said says say saying told tell tells telling added adds adding reported report reporting killed kill killing died dead dying wounded injured least more fewer less',
)
export const PRONOUNS = wordSet('it they he she we i you them him who')
/** Words after which a noun phrase that runs to the left has come to the verb of an earlier clause. */
export const LIKELY_VERB = /(?:ed|ing)$/
export const NOUNS_IN_ED_ING = wordSet(
  'united building ceasefire armed so-called unnamed allied gang-affiliated fighting meeting briefing bombing shooting displaced interim hundred red embed killing spring morning evening king affiliated backed state-backed iran-backed government-backed based uk-based britain-based london-based leading ruling sitting investigating monitoring reporting recording deed sacred outgoing acting retired wing leading advancing opposing warring unidentified combined rights-monitoring concerned peacekeeping reconciling counting supporting governing policing',
)

/** Titles before a name that end in a full stop. */
export const TITLES = wordSet(
  'capt col lt gen sgt maj brig adm cmdr cpl cpt ltc dr mr mrs ms prof sen rep gov rev hon insp supt engr atty amb cdr',
)

export const isDeterminer = (norm: string) => DETERMINERS.has(norm)
export const isPreposition = (norm: string) => PREPOSITIONS.has(norm)
export const isPronoun = (norm: string) => PRONOUNS.has(norm)

export const LINKS = wordSet('of for in at from with on')
export const TIME = wordSet(
  'days weeks months years hours monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow tonight morning afternoon evening night week month year weekend earlier later late recently now noon midnight',
)
export const isTimeWord = (norm: string) => TIME.has(norm)
