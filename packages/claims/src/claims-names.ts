/** One written form for the names of governments and of persons whose names are spelt in many ways. */
import { normalise } from './token.ts'

/** Country and its adjective. */
const COUNTRIES: ReadonlyMap<string, string> = new Map(
  `Afghanistan Afghan|Algeria Algerian|Argentina Argentine|Armenia Armenian|Australia Australian|Azerbaijan Azerbaijani
Bahrain Bahraini|Bangladesh Bangladeshi|Belarus Belarusian|Bolivia Bolivian|Bosnia Bosnian|Brazil Brazilian|Britain British
Burundi Burundian|Cambodia Cambodian|Cameroon Cameroonian|Canada Canadian|Chad Chadian|Chile Chilean|China Chinese
Colombia Colombian|Congo Congolese|Cuba Cuban|Egypt Egyptian|Eritrea Eritrean|Ethiopia Ethiopian|France French
Georgia Georgian|Germany German|Greece Greek|Guatemala Guatemalan|Guinea Guinean|Haiti Haitian|Honduras Honduran
India Indian|Indonesia Indonesian|Iran Iranian|Iraq Iraqi|Israel Israeli|Italy Italian|Japan Japanese|Jordan Jordanian
Kazakhstan Kazakh|Kenya Kenyan|Kosovo Kosovar|Kuwait Kuwaiti|Lebanon Lebanese|Liberia Liberian|Libya Libyan|Mali Malian
Mauritania Mauritanian|Mexico Mexican|Morocco Moroccan|Mozambique Mozambican|Myanmar Myanmar|Nepal Nepali|Nicaragua Nicaraguan
Niger Nigerien|Nigeria Nigerian|Norway Norwegian|Oman Omani|Pakistan Pakistani|Palestine Palestinian|Peru Peruvian
Philippines Philippine|Poland Polish|Qatar Qatari|Russia Russian|Rwanda Rwandan|Senegal Senegalese|Serbia Serbian
Somalia Somali|Spain Spanish|Sudan Sudanese|Syria Syrian|Thailand Thai|Tunisia Tunisian|Turkey Turkish|Türkiye Turkish
Saudi_Arabia Saudi|South_Sudan South_Sudanese|Sri_Lanka Sri_Lankan|South_Africa South_African|North_Korea North_Korean|Burkina_Faso Burkinabe
El_Salvador Salvadoran|Sierra_Leone Sierra_Leonean|Ivory_Coast Ivorian|United_States US|Uganda Ugandan|Ukraine Ukrainian|Venezuela Venezuelan|Vietnam Vietnamese|Yemen Yemeni|Zimbabwe Zimbabwean`
    .split(/[|\n]/)
    .map((pair) => pair.split(' ').map((word) => word.replaceAll('_', ' ')) as [string, string]),
)

const BODY = 'government|authorities|presidency|army|military|police|ministry|regime|parliament|cabinet'
const OWNED = new RegExp(
  `^(?:the )?(\\p{L}+(?: \\p{L}+)?)[’']s (?:interim |transitional |new |caretaker )?(${BODY})$`,
  'iu',
)
const OF = new RegExp(`^(?:the )?(${BODY}) of (?:the )?(\\p{L}+(?: \\p{L}+)?)(?: arab republic| republic)?$`, 'iu')

/** "Syria's government", "the Government of the Syrian Arab Republic" → "Syrian government"; other names as they are. */
export function plainBody(name: string): string {
  const owned = OWNED.exec(name)
  const owner = owned === null ? undefined : adjective(owned[1]!)
  if (owner !== undefined) return `${owner} ${owned![2]!.toLowerCase()}`
  const of = OF.exec(name)
  const country = of === null ? undefined : (adjective(of[2]!) ?? adjective(of[2]!.replace(/ arab$/i, '')))
  return country === undefined ? name : `${country} ${of![1]!.toLowerCase()}`
}

const ADJECTIVES: ReadonlyMap<string, string> = new Map(
  [...COUNTRIES].flatMap(([country, form]) => [
    [country.toLowerCase(), form],
    [form.toLowerCase(), form],
  ]),
)

function adjective(word: string): string | undefined {
  return ADJECTIVES.get(word.toLowerCase())
}

/** Whether a word is the name of a country, which stands for its government. */
export const isCountry = (word: string): boolean => COUNTRIES.has(word)

const NATIONAL: ReadonlySet<string> = new Set([...COUNTRIES.values()].flatMap((form) => form.split(' ')))

/** Whether a word says of which country something is: "Kenyan", "Malian". */
export const isNational = (word: string): boolean => NATIONAL.has(word)

/** Persons of the field whose names have no one spelling in Latin letters. */
const PERSONS: readonly (readonly [string, string])[] = [
  [
    'Ahmed al-Sharaa',
    'ahmad al shara|ahmed al shara|ahmad al sharaa|ahmad sharaa|ahmed sharaa|ahmad al charaa|احمد الشرع',
  ],
  ['Bashar al-Assad', 'bashar al assad|bashar assad|bachar al assad|بشار الاسد'],
  ['Abdel Fattah al-Burhan', 'abdel fattah burhan|abdelfattah al burhan|abdul fattah al burhan|عبد الفتاح البرهان'],
  ['Mohamed Hamdan Dagalo', 'mohammed hamdan dagalo|mohamed hamdan daglo|محمد حمدان دقلو|حميدتي'],
]

const plainPerson = (name: string): string => normalise(name).replaceAll('-', ' ').replace(/\s+/g, ' ').trim()

const BY_SPELLING: ReadonlyMap<string, string> = new Map(
  PERSONS.flatMap(([name, spellings]) =>
    [name, ...spellings.split('|')].map((form) => [plainPerson(form), name] as const),
  ),
)

/** The spelling that persons are listed under, else the name as printed. */
export function personName(printed: string): string {
  const name = printed.replace(/\s+/g, ' ').trim()
  return BY_SPELLING.get(plainPerson(name)) ?? name
}

/** The last word of a name without its article: what a person is called by later on. */
export function surname(name: string): string {
  const words = plainPerson(name).split(' ')
  return (words.at(-1) ?? '').replace(/^ال/, '')
}
