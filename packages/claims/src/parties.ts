/** Parties of the field: monitors, agencies, UN bodies, governments, armed groups, with English and Arabic names. */
import type { Party, PartyKind } from './knowledge.ts'

/** `id | name | alias | alias …`, grouped by kind; a `<` before an id in the second place names the body it belongs to. */
const LISTS: readonly (readonly [PartyKind, string])[] = [
  [
    'monitor',
    `sohr | Syrian Observatory for Human Rights | SOHR | Observatory | Syrian Human Rights Observatory | المرصد السوري لحقوق الإنسان | المرصد السوري
snhr | Syrian Network for Human Rights | SNHR | الشبكة السورية لحقوق الإنسان | الشبكة السورية
airwars | Airwars`,
  ],
  [
    'aid_organisation',
    `amnesty | Amnesty International | Amnesty | منظمة العفو الدولية | العفو الدولية
hrw | Human Rights Watch | HRW | هيومن رايتس ووتش`,
  ],
  [
    'un_body',
    `un | United Nations | UN | U.N. | الأمم المتحدة
ohchr | < un | UN human rights office | OHCHR | United Nations human rights office | Office of the UN High Commissioner for Human Rights | UN Human Rights | مفوضية الأمم المتحدة لحقوق الإنسان`,
  ],
  [
    'agency',
    `afp | AFP | Agence France-Presse | فرانس برس | وكالة فرانس برس
reuters | Reuters | رويترز
ap | AP | Associated Press
sana | SANA | سانا
anadolu | Anadolu Agency | Anadolu | الأناضول
xinhua | Xinhua | شينخوا`,
  ],
]

function parse(kind: PartyKind, line: string): Party {
  const fields = line.split('|').map((field) => field.trim())
  const parent = fields[1]!.startsWith('<') ? fields[1]!.slice(1).trim() : null
  const [name, ...aliases] = fields.slice(parent === null ? 1 : 2)
  const party = { id: fields[0]!, kind, name: name!, aliases }
  return parent === null ? party : { ...party, partOf: parent }
}

export const PARTIES: readonly Party[] = LISTS.flatMap(([kind, lines]) =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parse(kind, line)),
)
