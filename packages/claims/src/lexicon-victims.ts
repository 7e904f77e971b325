/** English nouns of those who are harmed, and of what is counted beside them and is no victim. */
import type { VictimCategory } from './figure.ts'
import { wordSet } from './phrase.ts'

const CATEGORY_WORDS: readonly (readonly [VictimCategory, string])[] = [
  ['civilians', 'civilian civilians noncombatants non-combatants bystanders'],
  [
    'children',
    'child children minor minors boy boys girl girls infant infants baby babies youth youths teenager teenagers toddler toddlers schoolchildren schoolgirls schoolboys kids newborns adolescents teens schoolgirl pupils kid under-18s',
  ],
  [
    'security_forces',
    'soldier soldiers troop troops policeman policemen policewoman officer officers servicemen serviceman guard guards gendarme gendarmes trooper troopers marine marines conscript conscripts cadets cadet recruits peacekeeper peacekeepers commandos cops paratroopers reservists policewomen sailors airmen sergeants lieutenants constables rangers',
  ],
  [
    'combatants',
    'fighter fighters militant militants rebel rebels gunman gunmen insurgent insurgents militiaman militiamen guerrilla guerrillas terrorist terrorists jihadist jihadists jihadi jihadis combatant combatants mercenary mercenaries extremists bandits assailants attackers bandit attacker assailant operatives commanders loyalists separatists paramilitaries paramilitary gangsters bombers subversive subversives extremist',
  ],
  [
    'people',
    'people person persons man men woman women individual individuals resident residents villager villagers citizen citizens inhabitants others protester protesters demonstrator demonstrators journalist journalists worker workers student students prisoner prisoners detainee detainees refugee refugees migrant migrants passenger passengers worshippers worshipper pilgrims patient patients doctor doctors nurse nurses medic medics paramedics rescuers farmers farmer herders herder shoppers miners miner tourists foreigners relatives family_members members member locals mourners teachers teacher elders elderly supporters activists politicians lawmakers employees staff staffers volunteers volunteer staffer pedestrians fishermen fisherman drivers driver priests priest nuns clerics cleric traders vendors peasants peasant labourers laborers victims victim souls inmates inmate hostages hostage captives captive crew guests bodies corpses nationals national compatriots muslims christians jews hindus sikhs yazidis alawites druze rohingya kurds arabs tribesmen dissidents mothers fathers brothers sisters sons daughters widows parents wives husbands neighbours neighbors returnees asylum-seekers evacuees survivors medics leaders leader officials official personnel dead wounded injured missing males females adults adult ladies scores casualties adherents believers churchgoers commuters spectators fans merchants aid_workers deliverers cooks suspects suspect reporters cameramen cameraman photographers lawyers judges lawyer judge intellectuals dancers revellers revelers attendees partygoers congregants seminarians catechists missionaries engineers firefighters rescue_workers technicians crewmember crewmembers crewman crewmen newsmen newsman unionist unionists businessman businessmen businesswoman clergyman clergymen monk monks rabbi imam imams diplomat diplomats envoy envoys missionary professor professors academics academic activist demonstrator protester journalist reporter cameraperson photographer engineer firefighter paramedic rescuer miner shepherd shepherds bystander traveller travellers traveler travelers visitor visitors customer customers buyer buyers seller sellers spectator fan attendee settler settlers smuggler smugglers trafficker traffickers lawmaker politician mayor mayors councillor councillors judge prosecutor prosecutors pilot pilots sailor escorts escort aides marchers marcher raiders raider cousins cousin siblings sibling uncle uncles aunt aunts nephew nephews niece nieces grandchildren grandsons granddaughters twins orphans orphan newborn kin nomads pastoralists vigilantes vigilante scouts guides porters cyclists motorcyclists riders athletes players footballers musicians artists writers editors bloggers poets midwives surgeons pharmacists tailors carpenters bakers waiters shopkeepers shopkeeper hawkers peddlers beggars maids servants cleaners loggers hunters gatherers growers ranchers landowners squatters campaigners organisers organizers delegates legislators senators candidates voters observers monitors inspectors clerks bankers contractors trainers instructors coaches headmasters scientists researchers scholars trainees graduates defectors deserters veterans veteran pensioners kidnappers kidnapper gang_members technician nun nurse-aides herdsmen herdsman cultists hoodlums',
  ],
]
const CATEGORIES: ReadonlyMap<string, VictimCategory> = new Map(
  CATEGORY_WORDS.flatMap(([category, words]) =>
    words.split(/\s+/).map((word) => [word.replaceAll('_', ' '), category] as const),
  ),
)

/** What a noun says of the victims; null for a noun that names no people. */
export function victimCategory(norm: string): VictimCategory | null {
  return CATEGORIES.get(norm) ?? null
}

/** Words before "members", "personnel", "forces" that make them security forces or combatants. */
const FORCE_WORDS = wordSet(
  'security army police military soldiers government state defense defence national guard forces force intelligence border coast personnel navy naval air officers gendarmerie law-enforcement',
)
const ARMED_WORDS = wordSet(
  'rebel militia militant gang group isis isil is daesh hamas hezbollah houthi taliban al-qaeda boko shabaab al-shabaab m23 rsf eln farc fmln cartel suspected armed wagner jnim iswap adf',
)

/** The category of a whole victim phrase, its words in normal form. */
export function phraseCategory(words: readonly string[]): VictimCategory {
  const said = new Set<VictimCategory>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    let category = CATEGORIES.get(word) ?? null
    if (word === 'members' || word === 'personnel' || word === 'member' || word === 'staff' || word === 'officials') {
      const around = [...words.slice(Math.max(0, i - 3), i), ...words.slice(i + 1, i + 7)]
      if (word !== 'staff' && around.some((other) => FORCE_WORDS.has(other)) && word !== 'officials')
        category = 'security_forces'
      else if (word !== 'officials' && around.some((other) => ARMED_WORDS.has(other))) category = 'combatants'
    }
    if (word === 'officers' && (words[i - 1] === 'election' || words[i - 1] === 'health')) category = 'people'
    if (word === 'guards' && words[i - 1] === 'forest') category = 'people'
    if (category !== null) said.add(category)
  }
  if (said.size > 1) said.delete('people')
  if (said.size > 1) return 'mixed'
  return said.values().next().value ?? 'people'
}

/** Nouns that are counted beside casualties and are none. */
export const NOT_VICTIMS = wordSet(
  `day days week weeks month months year years hour hours minute minutes second seconds decade decades century centuries
  time times percent per cent pc km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters
  feet foot ton tons tonne tonnes kg kilo kilos kilogram kilograms litre litres liters acre acres hectares
  vehicle vehicles car cars truck trucks bus buses motorcycle motorcycles motorbikes boat boats ship ships aircraft plane planes helicopter helicopters tank tanks
  house houses home homes building buildings village villages town towns city cities district districts province provinces state states country countries nation nations
  school schools hospital hospitals mosque mosques church churches clinic clinics camp camps site sites location locations area areas region regions neighbourhood neighbourhoods neighborhoods neighborhood square
  family families household households couple couples clan clans tribe tribes
  bomb bombs missile missiles rocket rockets drone drones shell shells mortar mortars grenade grenades strike strikes airstrike airstrikes attack attacks raid raids incident incidents clash clashes explosion explosions blast blasts massacre massacres shooting shootings crime crimes violation violations rounds bullets shots
  dollar dollars pound pounds euro euros shekels lira rubles cases case interview interviews report reports statement statements document documents video videos photo photos image images page pages article articles
  wounds pesos peso rupees rupee naira cedis shillings shilling francs franc yen yuan dinars dinar riyals rials rial dirhams birr kyat baht ringgit rupiah quetzales bolivars reais taka hryvnias hryvnia kwacha rand crore lakh
  elephants elephant yaks rhinos lions deer cats pets ducks turkeys bees insects monkeys dolphins whales turtles donkey horse dog ballots cards files flags banners posters statues tonnes barrels sacks crates
  sheep cattle goats goat cows cow animals animal livestock camels horses dogs donkeys birds fish chickens
  group groups side sides party parties faction factions organisation organisations organization organizations agencies agency companies company unit units battalion battalions brigade brigades base bases checkpoint checkpoints post posts positions position point points resolutions seats votes vote round stage phase
  properties property item items premises things thing reasons reason way ways kind kinds type types part parts third thirds quarter quarters half fold grave graves shop shops store stores farm farms tent tents tunnel tunnels court courts warrants charges counts count names-list degree degrees degrees-celsius operations operation head convoys convoy ambulances ambulance bullets wounds-per hand hands occasions occasion instances instance measures meetings meeting talks centimetres millimetres bags weapons rifles guns arms visits trips firearms firearm pistols pistol handguns revolvers devices device explosives detonators cartridges magazines munitions mines mine ied ieds bombings bombing ambushes ambush fires fire floors floor rooms room lorries lorry tractors tractor trailers trailer vans van trains train wagons tankers tanker locomotives bicycles bicycle rickshaws taxis ferry ferries vessels vessel trawlers trawler freighters freighter tugs yachts barges canoes phones phone laptops radios computers cameras documents passports bridges bridge roads road wells pumps stalls stall kiosks kiosk barns barn huts hut shelters shelter flats flat apartments apartment mansions warehouses warehouse factories factory silos granaries chapels chapel temples temple jails jail prisons prison shrines shrine monasteries convents seminaries libraries offices office stations station towers tower pylons poles trees crops fields field plots orchards poultry pigs mules oxen buffaloes bulls heads carcasses dwellings dwelling settlements hamlets suburbs municipalities counties parishes barangays kebeles wards townships governorates`,
)
