/** Sentences of our own on invented events, with the claims that a careful reader finds in them; for tests. */
import type { ClaimKind } from './claim.ts'

/** Text, then each claim's kind and speaker; no claim where a text has none. */
export type Example = readonly [string, ...(readonly [ClaimKind, string | null])[]]

/** Those that the rules were written against. */
export const SEEN: readonly Example[] = [
  ['Kenyan police said on Tuesday that officers had fired only into the air.', ['statement', 'Kenyan police']],
  [
    'The Ethiopian government accused the rebels of looting grain stores in Lalibela.',
    ['accusation', 'Ethiopian government'],
  ],
  ['Villagers told Human Rights Watch that soldiers burned their houses one by one.', ['testimony', 'Villagers']],
  ['"They came at dawn and took the men away," a survivor said.', ['testimony', 'survivor']],
  ['The army denied that its troops had shelled the market.', ['denial', 'army']],
  [
    'Colombia\'s defence ministry acknowledged that "serious mistakes" were made during the raid.',
    ['admission', "Colombia's defence ministry"],
  ],
  ['Human Rights Watch called on the junta to free all those held without charge.', ['demand', 'Human Rights Watch']],
  [
    'The prime minister, Tesfaye Bekele, promised to publish the findings within 60 days.',
    ['commitment', 'Tesfaye Bekele'],
  ],
  [
    'The killings may amount to crimes against humanity, the United Nations said.',
    ['characterisation', 'United Nations'],
  ],
  ['Norway condemned the bombing of the hospital.', ['condemnation', 'Norway']],
  ['Reuters could not independently verify the accounts.', ['caveat', 'Reuters']],
  ['The footage could not be independently verified.', ['caveat', null]],
  ['The shelling lasted three hours and destroyed the bridge.'],
  ['Three men were charged with murder after the attack.'],
  ['Many residents have fled to the hills since the fighting began.'],
  [
    'In a statement on Monday, the Chadian presidency announced that a commission of inquiry would be formed.',
    ['commitment', 'Chadian presidency'],
  ],
  ['The opposition blamed the massacre on presidential guards.', ['accusation', 'opposition']],
  ['UN spokesman Farhan Haq said the convoy must be allowed through.', ['demand', 'Farhan Haq']],
  [
    'Amnesty International urged both sides to spare civilians, warning that the siege could amount to collective punishment.',
    ['demand', 'Amnesty International'],
    ['characterisation', 'Amnesty International'],
  ],
  ['The mayor of Goma, Jean Kabila, said rebels had killed patients in their beds.', ['accusation', 'Jean Kabila']],
  ['"We did not target any civilian house," army spokesman Moussa Diarra told AFP.', ['denial', 'Moussa Diarra']],
  ['He added that the army had nothing to do with the deaths.'],
  ['The interior minister rejected the allegations as baseless.', ['denial', 'interior minister']],
  ['The rebel group claimed responsibility for the ambush.', ['admission', 'rebel group']],
  ['Doctors Without Borders described the raid as "a massacre of the sick".', ['statement', 'Doctors Without Borders']],
  [
    'The Haitian police chief, Rameau Normil, vowed to track down the gang "dead or alive".',
    ['commitment', 'Rameau Normil'],
  ],
  [
    'According to Human Rights Watch, soldiers executed at least nine villagers behind the school.',
    ['accusation', 'Human Rights Watch'],
  ],
  ['The report blames commanders for failing to prevent the killings.'],
  [
    'The African Union deplored the loss of life and called for restraint.',
    ['condemnation', 'African Union'],
    ['demand', 'African Union'],
  ],
  [
    'Turkish President Recep Tayyip Erdogan called the assault "an act of genocide".',
    ['characterisation', 'Recep Tayyip Erdogan'],
  ],
  ['The governor admitted that guards had opened fire on unarmed demonstrators.', ['admission', 'governor']],
  [
    '"The perpetrators must face justice," said Nada al-Nashif, the UN deputy high commissioner for human rights.',
    ['demand', 'Nada al-Nashif'],
  ],
  ['Witnesses said men in uniform went from door to door.', ['testimony', 'Witnesses']],
  ['The ministry said it would compensate the families of those killed.', ['commitment', 'ministry']],
  ['Israel denies targeting aid workers.', ['denial', 'Israel']],
  [
    'The foreign ministry, which called the report biased, said it ignored crimes committed by the militia.',
    ['accusation', 'foreign ministry'],
  ],
  ['Survivors accused the police of standing by while the mob attacked.', ['accusation', 'Survivors']],
  ['She was accused of helping the rebels.'],
  ['The president refused to condemn the attack.'],
  ['The general did not say how many soldiers had died.'],
  ['قالت وزارة الدفاع السودانية إن قواتها لم تستهدف المدنيين في المدينة.', ['denial', 'وزارة الدفاع السودانية']],
  ['اتهمت الحكومة الإثيوبية ميليشيات محلية بنهب القرى.', ['accusation', 'الحكومة الإثيوبية']],
  ['دعت منظمة العفو الدولية السلطات إلى فتح تحقيق مستقل.', ['demand', 'Amnesty International']],
  ['تعهد الرئيس السوري أحمد الشرع بمحاسبة المسؤولين خلال شهر.', ['commitment', 'Ahmed al-Sharaa']],
  ['أدانت الأمم المتحدة الهجوم على المستشفى.', ['condemnation', 'United Nations']],
  ['قال شهود عيان إن مسلحين اقتحموا المنازل وأطلقوا النار على الرجال.', ['testimony', 'شهود عيان']],
  ['لم يتسن لرويترز التحقق من صحة المقطع.', ['caveat', 'Reuters']],
  ['أقرت وزارة الداخلية بوقوع انتهاكات خلال العملية.', ['admission', 'وزارة الداخلية']],
  [
    'وقال المرصد السوري لحقوق الإنسان إن قوات الأمن أعدمت مدنيين في القرية.',
    ['accusation', 'Syrian Observatory for Human Rights'],
  ],
  ['نفى الجيش مسؤوليته عن القصف.', ['denial', 'الجيش']],
  [
    'وأضافت الشبكة السورية لحقوق الإنسان أن هذه الأفعال قد ترقى إلى جرائم حرب.',
    ['characterisation', 'Syrian Network for Human Rights'],
  ],
  ['بحسب سكان محليين، استمر القصف ثلاث ساعات.', ['testimony', 'سكان محليين']],
  ['استمر القصف ثلاث ساعات ودمر الجسر.'],
]

/** Those that were held back until the rules were written. */
export const HELD_BACK: readonly Example[] = [
  [
    "Peru's ombudsman said security forces had shot at protesters from a helicopter.",
    ['accusation', "Peru's ombudsman"],
  ],
  ['Manila rejected accusations that its coast guard had rammed the fishing boat.', ['denial', 'Manila']],
  [
    'The Nigerian military conceded that a drone had mistakenly struck a religious gathering.',
    ['admission', 'Nigerian military'],
  ],
  [
    '"I saw them line the boys up against the wall," said a teacher who asked not to be named.',
    ['testimony', 'teacher'],
  ],
  [
    'The International Committee of the Red Cross appealed to all parties to let ambulances pass.',
    ['demand', 'International Committee of the Red Cross'],
  ],
  [
    'Mexican President Claudia Sheinbaum has pledged that those behind the disappearances will be prosecuted.',
    ['commitment', 'Claudia Sheinbaum'],
  ],
  ['Burmese officials said the village had been a rebel base.', ['statement', 'Burmese officials']],
  ['Germany, France and Britain denounced the executions.', ['condemnation', 'Germany, France and Britain']],
  ['The BBC has not been able to verify the video.', ['caveat', 'BBC']],
  ['None of these figures could be independently confirmed.', ['caveat', null]],
  ['The regional governor blamed "outside agitators" for the riots.', ['accusation', 'regional governor']],
  [
    'Human Rights Watch said that the rebels must immediately release the children they are holding.',
    ['demand', 'Human Rights Watch'],
  ],
  [
    "In its annual report, Amnesty International accused Egypt's authorities of torturing detainees.",
    ['accusation', 'Amnesty International'],
  ],
  ['The attack amounts to a war crime, according to Human Rights Watch.', ['characterisation', 'Human Rights Watch']],
  [
    'The defence minister, General Ousmane Sow, told reporters that his men "acted in self-defence".',
    ['statement', 'General Ousmane Sow'],
  ],
  [
    '"Our forces were never in that area," the statement from the Libyan National Army read.',
    ['statement', 'Libyan National Army'],
  ],
  [
    'A spokesperson for the Rapid Support Forces denied the group had besieged the camp.',
    ['denial', 'Rapid Support Forces'],
  ],
  ['Relatives of the missing said they had received no news for six weeks.', ['testimony', 'Relatives of the missing']],
  ['The Vatican expressed horror at the killing of worshippers.', ['condemnation', 'Vatican']],
  [
    'The junta announced the creation of a tribunal to try the accused officers by the end of the year.',
    ['commitment', 'junta'],
  ],
  ['Prosecutors allege that the colonel ordered the executions.', ['accusation', 'Prosecutors']],
  [
    '"This is ethnic cleansing," Armenian foreign minister Ararat Mirzoyan said.',
    ['characterisation', 'Ararat Mirzoyan'],
  ],
  ['Azerbaijan dismissed the claim as propaganda.', ['denial', 'Azerbaijan']],
  ['The bodies were found in a well on Saturday.'],
  ['Police arrested eleven people over the weekend.'],
  ['The group has been accused of war crimes.'],
  ['Tens of thousands marched through the capital to demand justice.'],
  ['Rescuers were still searching the rubble when the second bomb fell.'],
  [
    'Somali elders say clan militias poisoned the wells and killed livestock and people.',
    ['accusation', 'Somali elders'],
  ],
  [
    'The Bangladeshi government has promised to hand the inquiry report to parliament before Eid.',
    ['commitment', 'Bangladeshi government'],
  ],
  ['The commission found that police had fired on unarmed marchers without warning.', ['accusation', 'commission']],
  [
    'A nurse at the clinic, Amina Yusuf, recalled how the gunmen separated men from women.',
    ['testimony', 'Amina Yusuf'],
  ],
  ['Opposition leader Maria Ruiz urged the army to return to barracks.', ['demand', 'Maria Ruiz']],
  ['Moscow has repeatedly denied that its forces struck the theatre.', ['denial', 'Moscow']],
  [
    'The Kenyan interior ministry apologised for the deaths of the two students.',
    ['admission', 'Kenyan interior ministry'],
  ],
  ['The UN envoy, Hanna Tetteh, voiced outrage over the burning of the camp.', ['condemnation', 'Hanna Tetteh']],
  ['"The state failed to protect us," the widow told the court.', ['testimony', 'widow']],
  ['The mediator said talks would resume next week.', ['statement', 'mediator']],
  ['The Islamic State group claimed responsibility for the church bombing.', ['admission', 'Islamic State group']],
  ['The ministry noted that the figures were provisional.', ['statement', 'ministry']],
  [
    'Syria must hand over the files, the Organisation for the Prohibition of Chemical Weapons said.',
    ['demand', 'Organisation for the Prohibition of Chemical Weapons'],
  ],
  ['Two former prisoners described being beaten with cables.', ['testimony', 'Two former prisoners']],
  ['اتهم ناشطون قوات الدعم السريع بارتكاب مجزرة في القرية.', ['accusation', 'ناشطون']],
  ['طالبت هيومن رايتس ووتش الحكومة العراقية بنشر نتائج التحقيق.', ['demand', 'Human Rights Watch']],
  ['نفت وزارة الخارجية الإيرانية هذه الاتهامات.', ['denial', 'وزارة الخارجية الإيرانية']],
  ['اعترف قائد الشرطة بأن عناصره أطلقوا النار على المتظاهرين.', ['admission', 'قائد الشرطة']],
  ['وعدت الحكومة اليمنية بتشكيل لجنة تحقيق قبل نهاية العام.', ['commitment', 'الحكومة اليمنية']],
  ['نددت الجامعة العربية بالهجوم.', ['condemnation', 'الجامعة العربية']],
  ['وأكد مسؤول محلي أن الطريق مغلق منذ يومين.', ['statement', 'مسؤول محلي']],
  ['وقالت ناجية من القرية: "دخلوا البيت وقتلوا أبي".', ['testimony', 'ناجية من القرية']],
  ['ولم تتمكن وكالة فرانس برس من التحقق من هذه الأرقام.', ['caveat', 'AFP']],
  ['وحذرت الأمم المتحدة من أن الحصار قد يشكل جريمة حرب.', ['characterisation', 'United Nations']],
  ['حملت المعارضة النظام مسؤولية المجزرة.', ['accusation', 'المعارضة']],
  ['قال وزير الدفاع إن الجيش سيحقق في الحادثة.', ['commitment', 'وزير الدفاع']],
  ['عثر السكان على الجثث قرب النهر.'],
]
