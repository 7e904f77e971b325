/** Sentences of our own on events of many countries, with the figures a careful reader finds in each. */

/** `printed | value or vague word | comparator | effect | claimant or -`; a range is `low..high`. */
export interface Case {
  readonly language: 'en' | 'ar'
  readonly text: string
  readonly figures: readonly string[]
}

const en = (text: string, ...figures: string[]): Case => ({ language: 'en', text, figures })
const ar = (text: string, ...figures: string[]): Case => ({ language: 'ar', text, figures })

export const FIRST: readonly Case[] = [
  en(
    'A bus bombing in Quetta killed 14 people and wounded 30 others, police said on Tuesday.',
    '14 | 14 | exact | killed | police',
    '30 | 30 | exact | injured | police',
  ),
  en(
    'At least nine villagers were shot dead overnight in Benue state, according to a local official.',
    'At least nine | 9 | at_least | killed | local official',
  ),
  en(
    'Human Rights Watch said soldiers had executed 223 villagers, including 56 children, in two villages in one day.',
    '223 | 223 | exact | killed | Human Rights Watch',
    '56 | 56 | exact | killed | Human Rights Watch',
  ),
  en('The flood forced 40,000 people from their homes.', '40,000 | 40000 | exact | displaced | -'),
  en(
    'Hospital officials said they had received 31 bodies and more than 170 wounded people.',
    '31 | 31 | exact | killed | Hospital officials',
    'more than 170 | 170 | more_than | injured | Hospital officials',
  ),
  en('Gunmen on motorcycles attacked three villages, killing dozens.', 'dozens | dozens | vague | killed | -'),
  en('"We counted 64 bodies," a resident told Reuters by phone.', '64 | 64 | exact | killed | resident'),
  en(
    'The death toll from the airstrike on the market has risen to 57, the health ministry said.',
    '57 | 57 | exact | killed | health ministry',
  ),
  en('Thirty-two worshippers died when the church was set on fire.', 'Thirty-two | 32 | exact | killed | -'),
  en(
    'Between 60 and 80 people may have been killed, Medecins Sans Frontieres said in a statement.',
    'Between 60 and 80 | 60..80 | about | killed | Doctors Without Borders',
  ),
  en('Five gunmen stormed the hotel and killed 21 guests before police shot them.', '21 | 21 | exact | killed | -'),
  en(
    'The army said it had killed 15 militants in the raid, in which two soldiers also died.',
    '15 | 15 | exact | killed | army',
    'two | 2 | exact | killed | army',
  ),
  en(
    'Police arrested more than 200 protesters in Tbilisi, the interior ministry said.',
    'more than 200 | 200 | more_than | detained | interior ministry',
  ),
  en(
    'About 90,000 people have been displaced by fighting in eastern Congo since January, the UN refugee agency said.',
    'About 90,000 | 90000 | about | displaced | UNHCR',
  ),
  en('Boko Haram fighters abducted 276 schoolgirls from Chibok.', '276 | 276 | exact | abducted | -'),
  en('The group released 12 of the hostages after a ransom was paid.'),
  en(
    'More than two dozen civilians were killed in the shelling, the governor said.',
    'More than two dozen | 24 | more_than | killed | governor',
  ),
  en('The city of 300,000 people has been under siege for 18 months.'),
  en('Investigators interviewed 41 witnesses and visited six sites.'),
  en('Some 35 per cent of the victims were under 18.'),
  en('The earthquake of 1999 killed more than 17,000 people.', 'more than 17,000 | 17000 | more_than | killed | -'),
  en(
    'No fewer than 17 miners, four of them teenagers, died in the collapse.',
    'No fewer than 17 | 17 | at_least | killed | -',
    'four | 4 | exact | killed | -',
  ),
  en(
    'Rescuers pulled 11 bodies from the rubble on Friday, the civil defence agency said.',
    '11 | 11 | exact | killed | civil defence agency',
  ),
  en('Nearly 400 people remain missing, the Red Cross said.', 'Nearly 400 | 400 | about | missing | Red Cross'),
  en('The attack left 8 people dead and 24 injured.', '8 | 8 | exact | killed | -', '24 | 24 | exact | injured | -'),
  en(
    'A drone strike on a wedding in Kordofan killed scores, residents said.',
    'scores | scores | vague | killed | residents',
  ),
  en('The Ukrainian air force said it shot down 54 drones.'),
  en(
    'Russian shelling killed three people in Kherson and injured 16, the regional governor, Oleksandr Prokudin, said.',
    'three | 3 | exact | killed | regional governor',
    '16 | 16 | exact | injured | regional governor',
  ),
  en(
    'The monitor, which is based in Britain, documented the deaths of 35 civilians.',
    '35 | 35 | exact | killed | monitor',
  ),
  en('It took 12 days and $3 million to rebuild the bridge.'),
  en(
    'Tens of thousands fled the town, aid workers said.',
    'Tens of thousands | tens of thousands | vague | displaced | aid workers',
  ),
  en('The rebels said they had lost only two fighters.', 'only two | 2 | exact | killed | rebels'),
  en(
    'As many as 150 people were feared dead after the boat capsized, the coast guard said.',
    'As many as 150 | 150 | up_to | killed | coast guard',
  ),
  en(
    'At least 10 people, most of them women and children, were killed and 25 others wounded when a shell hit a camp.',
    'At least 10 | 10 | at_least | killed | -',
    '25 | 25 | exact | injured | -',
  ),
  en(
    'The UN mission in Afghanistan said 3,035 civilians were killed or injured last year.',
    '3,035 | 3035 | exact | killed_or_injured | UNAMA',
  ),
  en('Officials put the number of dead at 112.', '112 | 112 | exact | killed | Officials'),
  en('Police said fewer than 20 people were hurt.', 'fewer than 20 | 20 | fewer_than | injured | Police'),
  en(
    'The junta has detained over 26,000 people since the coup, according to the Assistance Association for Political Prisoners.',
    'over 26,000 | 26000 | more_than | detained | Assistance Association for Political Prisoners',
  ),
  en('A 34-year-old teacher and her two sons were among the dead.', 'two | 2 | exact | killed | -'),
  en('The blast, which wounded 19, was heard 10 kilometres away.', '19 | 19 | exact | injured | -'),
  en('Hundreds of houses were burned and 2,000 cattle stolen.'),
  en('Two soldiers and a policeman were killed in the ambush.', 'Two | 2 | exact | killed | -'),
  en(
    'The militia killed one civilian and wounded four.',
    'one | 1 | exact | killed | -',
    'four | 4 | exact | injured | -',
  ),
  en(
    'The health ministry in Gaza said 47 bodies had been brought to hospitals in the past 24 hours.',
    '47 | 47 | exact | killed | Gaza health ministry',
  ),
  en(
    "Fighting in Khartoum killed at least 56 civilians on Saturday, the doctors' union said.",
    "at least 56 | 56 | at_least | killed | doctors' union",
  ),
  en('In the 2012 attack the group abducted 38 girls.', '38 | 38 | exact | abducted | -'),
  en('Tens of people were tortured in the prison.', 'Tens | dozens | vague | tortured | -'),
  en('Survivors said 17 women were raped.', '17 | 17 | exact | sexual_violence | Survivors'),
  en('The toll stands at 96 dead and 341 wounded.', '96 | 96 | exact | killed | -', '341 | 341 | exact | injured | -'),
  en('The two sides agreed to a 72-hour ceasefire after 40 rounds of talks.'),
  ar(
    'قالت وزارة الصحة اللبنانية إن 22 شخصا قتلوا وأصيب 117 آخرون في الغارات.',
    '22 | 22 | exact | killed | Lebanese health ministry',
    '117 | 117 | exact | injured | Lebanese health ministry',
  ),
  ar(
    'قتل ثلاثة عشر مدنيا بينهم خمسة أطفال في قصف على سوق شعبية.',
    'ثلاثة عشر | 13 | exact | killed | -',
    'خمسة | 5 | exact | killed | -',
  ),
  ar(
    'أفاد المرصد السوري لحقوق الإنسان بمقتل 41 عنصرا من قوات الأمن.',
    '41 | 41 | exact | killed | Syrian Observatory for Human Rights',
  ),
  ar(
    'أسفر الانفجار عن سقوط ما لا يقل عن ٩ قتلى ونحو ٤٠ جريحا.',
    'ما لا يقل عن ٩ | 9 | at_least | killed | -',
    'نحو ٤٠ | 40 | about | injured | -',
  ),
  ar('واعتقلت الشرطة أكثر من مئة متظاهر.', 'أكثر من مئة | 100 | more_than | detained | -'),
  ar(
    'نزح أكثر من خمسين ألف شخص من المدينة خلال ثلاثة أيام، بحسب المنظمة الدولية للهجرة.',
    'أكثر من خمسين ألف | 50000 | more_than | displaced | International Organization for Migration',
  ),
  ar('قال شهود عيان إن المسلحين قتلوا عشرات المدنيين.', 'عشرات | dozens | vague | killed | eyewitnesses'),
  ar(
    'استشهد فلسطينيان وأصيب سبعة آخرون برصاص الجيش الإسرائيلي في جنين.',
    'فلسطينيان | 2 | exact | killed | -',
    'سبعة | 7 | exact | injured | -',
  ),
  ar('وارتفعت حصيلة القتلى إلى 85، وفق وزارة الصحة.', '85 | 85 | exact | killed | health ministry'),
  ar('اختطف مسلحون 15 طالبا من مدرسة.', '15 | 15 | exact | abducted | -'),
  ar('تبعد القرية 12 كيلومترا عن العاصمة ويسكنها 4000 نسمة.'),
  ar(
    'وثقت الشبكة السورية لحقوق الإنسان مقتل ما بين 70 و80 شخصا.',
    'ما بين 70 و80 | 70..80 | about | killed | Syrian Network for Human Rights',
  ),
  ar('ولا يزال العشرات تحت الأنقاض.', 'العشرات | dozens | vague | missing | -'),
  ar('عثر السكان على جثث 18 شخصا.', '18 | 18 | exact | killed | -'),
  ar(
    'أعلنت لجنة أطباء السودان المركزية ارتفاع عدد القتلى إلى 61 قتيلا.',
    '61 | 61 | exact | killed | Central Committee of Sudan Doctors',
  ),
  ar('دمرت الغارات 30 منزلا و5 مدارس.'),
]
export const HELD_BACK: readonly Case[] = [
  en(
    "Authorities in Myanmar's Sagaing region say 17 villagers, including two monks, were burned alive by soldiers.",
    "17 | 17 | exact | killed | Authorities in Myanmar's Sagaing region",
    "two | 2 | exact | killed | Authorities in Myanmar's Sagaing region",
  ),
  en(
    "Israeli strikes on southern Lebanon killed 13 people and wounded 41, Lebanon's health ministry said, as rescuers searched for the missing.",
    '13 | 13 | exact | killed | Lebanese health ministry',
    '41 | 41 | exact | injured | Lebanese health ministry',
  ),
  en(
    'Officials said on Monday that the number of injured had climbed to 1,204.',
    '1,204 | 1204 | exact | injured | Officials',
  ),
  en(
    'More than 60 people drowned off the Libyan coast, the International Organization for Migration reported.',
    'More than 60 | 60 | more_than | killed | International Organization for Migration',
  ),
  en(
    "Nine Pakistani soldiers were martyred and 12 terrorists were killed, the military's media wing said.",
    "Nine | 9 | exact | killed | military's media wing",
    "12 | 12 | exact | killed | military's media wing",
  ),
  en(
    'An explosion at a mosque in Kabul has killed at least 21 worshippers, the Taliban government said.',
    'at least 21 | 21 | at_least | killed | Taliban',
  ),
  en(
    'Colombian police said the ELN had kidnapped 36 people this year.',
    '36 | 36 | exact | abducted | Colombian police',
  ),
  en('Two Palestinians, one of them a teenager, were shot dead in the West Bank.', 'Two | 2 | exact | killed | -'),
  en(
    'Amnesty International has documented 62 cases of sexual violence in detention.',
    '62 | 62 | exact | sexual_violence | Amnesty International',
  ),
  en(
    'UNICEF said 14 children were killed and dozens more injured in a single week.',
    '14 | 14 | exact | killed | UNICEF',
    'dozens | dozens | vague | injured | UNICEF',
  ),
  en('In all, 1,127 people lost their lives in the collapse of the factory.', '1,127 | 1127 | exact | killed | -'),
  en(
    'Local media put the death toll at between 15 and 20.',
    'between 15 and 20 | 15..20 | about | killed | Local media',
  ),
  en('A suicide bomber killed himself and seven others at a checkpoint.', 'seven | 7 | exact | killed | -'),
  en(
    'Some 600 migrants are in detention in Tripoli, according to the charity.',
    'Some 600 | 600 | about | detained | charity',
  ),
  en('Only three of the 40 passengers survived.'),
  en('The court heard that the defendant had ordered the execution of 27 prisoners.', '27 | 27 | exact | killed | -'),
  en(
    'A hundred mourners walked behind the coffins of 12 children killed in the strike.',
    '12 | 12 | exact | killed | -',
  ),
  en(
    'Prosecutors have charged 14 officers with the killing of 22 protesters.',
    '22 | 22 | exact | killed | Prosecutors',
  ),
  en(
    '"More than 100 civilians have died since Friday," said Nicholas Haysom, the head of the UN mission.',
    'More than 100 | 100 | more_than | killed | United Nations',
  ),
  en(
    'The Sudanese army has accused the RSF of killing 37 people in El Obeid.',
    '37 | 37 | exact | killed | Sudanese army',
  ),
  en(
    'Witnesses told AFP that fighters went from house to house, shooting dead at least 20 men.',
    'at least 20 | 20 | at_least | killed | Witnesses',
  ),
  en(
    "Nigeria's emergency agency said 115 people died and 3,018 were displaced when a dam burst.",
    '115 | 115 | exact | killed | Nigerian emergency agency',
    '3,018 | 3018 | exact | displaced | Nigerian emergency agency',
  ),
  en(
    'The dead included 11 nurses and three ambulance drivers.',
    '11 | 11 | exact | killed | -',
    'three | 3 | exact | killed | -',
  ),
  en('It was the deadliest attack in 10 years, killing 148 students.', '148 | 148 | exact | killed | -'),
  en('Her brother, 19, and two cousins were among those abducted.', 'two | 2 | exact | abducted | -'),
  en(
    'Doctors at the hospital in Goma said they had treated 230 gunshot victims, of whom 17 died.',
    '17 | 17 | exact | killed | Doctors at the hospital in Goma',
  ),
  en(
    'The government says fewer than 300 people died; the opposition puts the figure at more than 2,000.',
    'fewer than 300 | 300 | fewer_than | killed | government',
    'more than 2,000 | 2000 | more_than | killed | opposition',
  ),
  en(
    'Up to 30 fishermen were missing after the storm, Xinhua reported, citing local authorities.',
    'Up to 30 | 30 | up_to | missing | local authorities',
  ),
  en(
    'The Houthis said four people had been killed and 17 wounded in US air strikes on Hodeidah.',
    'four | 4 | exact | killed | Houthis',
    '17 | 17 | exact | injured | Houthis',
  ),
  en('In Michoacan, gunmen ambushed a convoy and 13 police officers were killed.', '13 | 13 | exact | killed | -'),
  en('The fire claimed the lives of 46 people, most of them elderly.', '46 | 46 | exact | killed | -'),
  en(
    'Ethiopian forces detained thousands of Tigrayans, the rights commission said.',
    'thousands | thousands | vague | detained | rights commission',
  ),
  en('The clashes, in which 29 people died, broke out on 3 May.', '29 | 29 | exact | killed | -'),
  en(
    'At least five were killed in Rakhine and another eight in Chin state.',
    'At least five | 5 | at_least | killed | -',
    'eight | 8 | exact | killed | -',
  ),
  en(
    'The ministry said the toll had risen from 31 to 44.',
    '31 | 31 | exact | killed | ministry',
    '44 | 44 | exact | killed | ministry',
  ),
  en('Some of the 200 wounded had to be treated in corridors.', '200 | 200 | exact | injured | -'),
  en('The mayor, whose town has 8,000 residents, said 70 per cent of the houses were destroyed.'),
  en('Around 15,000 Rohingya fled across the Naf river in May.', 'Around 15,000 | 15000 | about | displaced | -'),
  en(
    'The strike killed a commander and at least six of his men, a security source said.',
    'at least six | 6 | at_least | killed | security source',
  ),
  en(
    'Ukraine has lost more than 31,000 soldiers, President Volodymyr Zelensky said.',
    'more than 31,000 | 31000 | more_than | killed | President Volodymyr Zelensky',
  ),
  en('Nobody was hurt in the fire, which destroyed 40 tents.'),
  en('The report lists 318 victims by name.'),
  en(
    'Airwars estimates that between 41 and 58 civilians died in the raid.',
    'between 41 and 58 | 41..58 | about | killed | Airwars',
  ),
  en(
    'More than 20 bodies, some with their hands tied, were found in a ditch.',
    'More than 20 | 20 | more_than | killed | -',
  ),
  en('The insurgents freed 30 captives in exchange for 200 prisoners.'),
  en('Rescue workers said a dozen people were trapped, but that no deaths had been confirmed.'),
  en('Thousands marched through the capital to protest the killings of six students.', 'six | 6 | exact | killed | -'),
  en(
    'Bangladesh police fired on protesters, killing at least 32 children, UNICEF said.',
    'at least 32 | 32 | at_least | killed | UNICEF',
  ),
  en('The attackers came on 40 motorbikes and burned 60 homes.'),
  en('MSF teams in Port-au-Prince treated 44 people for gunshot wounds on Tuesday.', '44 | 44 | exact | injured | -'),
  en('"They took 15 of our sons," a mother told the BBC.'),
  en(
    'The number of people killed by gangs in Haiti exceeded 5,600 in 2024, the UN rights office said.',
    '5,600 | 5600 | exact | killed | UN human rights office',
  ),
  en('Two dozen soldiers surrendered.'),
  en(
    'A total of 52 Kenyan protesters have been killed since June, the Kenya National Commission on Human Rights said on Thursday.',
    '52 | 52 | exact | killed | Kenya National Commission on Human Rights',
  ),
  en(
    "Seventy-one people, including 31 civilians, died in an Israeli attack on Evin prison, Iran's judiciary said.",
    "Seventy-one | 71 | exact | killed | Iran's judiciary",
    "31 | 31 | exact | killed | Iran's judiciary",
  ),
  en(
    'The Assistance Association said 6,000 had been killed; of these, more than 600 were children.',
    '6,000 | 6000 | exact | killed | Assistance Association',
    'more than 600 | 600 | more_than | killed | Assistance Association',
  ),
  en(
    'Security forces in Baghdad shot and wounded nearly 40 demonstrators, medics said.',
    'nearly 40 | 40 | about | injured | medics',
  ),
  en('Of the 89 people on board, 61 were killed.', '61 | 61 | exact | killed | -'),
  en(
    'The M23 rebels executed at least 21 civilians on 22 and 23 February, Human Rights Watch found.',
    'at least 21 | 21 | at_least | killed | Human Rights Watch',
  ),
  en(
    'The blaze injured nine firefighters, two critically.',
    'nine | 9 | exact | injured | -',
    'two | 2 | exact | injured | -',
  ),
  en('Kidnappers seized 25 girls from a school in Kebbi, police confirmed.', '25 | 25 | exact | abducted | police'),
  en(
    "Gaza's civil defence agency said 33 people were killed, while the Israeli army said it had struck 12 targets.",
    '33 | 33 | exact | killed | Gaza civil defence',
  ),
  ar(
    'أدت غارة إسرائيلية على بلدة في جنوب لبنان إلى مقتل خمسة أشخاص وجرح 14 آخرين.',
    'خمسة | 5 | exact | killed | -',
    '14 | 14 | exact | injured | -',
  ),
  ar(
    'وقال مسؤول محلي إن ما لا يقل عن ثلاثين شخصا لقوا مصرعهم في الفيضانات.',
    'ما لا يقل عن ثلاثين | 30 | at_least | killed | local official',
  ),
  ar('ذكرت وكالة فرانس برس أن 16 مهاجرا غرقوا قبالة السواحل التونسية.', '16 | 16 | exact | killed | AFP'),
  ar(
    'حصيلة ضحايا القصف على الفاشر ترتفع إلى 57 قتيلا وأكثر من 100 جريح.',
    '57 | 57 | exact | killed | -',
    'أكثر من 100 | 100 | more_than | injured | -',
  ),
  ar('أعلن الدفاع المدني في غزة انتشال جثامين 12 شهيدا.', '12 | 12 | exact | killed | Gaza civil defence'),
  ar('فقد نحو 200 شخص أثرهم منذ الهجوم، بحسب ناشطين.', 'نحو 200 | 200 | about | missing | activists'),
  ar(
    'وأكدت مصادر طبية مقتل جنديين وإصابة ثلاثة.',
    'جنديين | 2 | exact | killed | medical sources',
    'ثلاثة | 3 | exact | injured | medical sources',
  ),
  ar('اعتقلت قوات الأمن ألفي شخص منذ بداية الاحتجاجات.', 'ألفي | 2000 | exact | detained | -'),
  ar('قضى أكثر من 300 ألف سوري في الحرب.', 'أكثر من 300 ألف | 300000 | more_than | killed | -'),
  ar('يبلغ من العمر 45 عاما وله أربعة أولاد.'),
  ar('التقى الوزير 12 مسؤولا من ثلاث دول.'),
  ar('قتل سبعة من أفراد الشرطة في هجوم شنه مسلحون على نقطة تفتيش.', 'سبعة | 7 | exact | killed | -'),
  ar('كشفت الأمم المتحدة أن 1673 مدنيا قتلوا في السودان خلال عام.', '1673 | 1673 | exact | killed | United Nations'),
  ar('شردت المعارك عشرات الآلاف من السكان.', 'عشرات الآلاف | tens of thousands | vague | displaced | -'),
  ar('وأضافت المنظمة أن بين القتلى 11 طفلا.', '11 | 11 | exact | killed | المنظمة'),
  en("Yemen's Houthi rebels freed 153 detainees on Saturday, the ICRC said."),
  en(
    'Mexican authorities have found the remains of 24 people in a clandestine grave near Zapopan, prosecutors said.',
    '24 | 24 | exact | killed | prosecutors',
  ),
  en(
    'The opposition Ethiopian party said in a statement that drone strikes had left over 100 dead in Amhara in June.',
    'over 100 | 100 | more_than | killed | opposition Ethiopian party',
  ),
  en(
    'Three aid workers were kidnapped and two others killed, the NRC confirmed.',
    'Three | 3 | exact | abducted | Norwegian Refugee Council',
    'two | 2 | exact | killed | Norwegian Refugee Council',
  ),
  en(
    'Survivors described seeing hundreds of corpses in the streets of El Geneina.',
    'hundreds | hundreds | vague | killed | Survivors',
  ),
  en(
    "According to Haiti's civil protection agency, 12 children drowned.",
    '12 | 12 | exact | killed | Haitian civil protection agency',
  ),
  en(
    'Israeli media reported that 4 soldiers were seriously wounded in Rafah.',
    '4 | 4 | exact | injured | Israeli media',
  ),
  en('The bomb, which police say was meant for a minister, killed six bystanders.', 'six | 6 | exact | killed | -'),
  en(
    'More than 120 journalists have been killed in the enclave, the Committee to Protect Journalists says.',
    'More than 120 | 120 | more_than | killed | Committee to Protect Journalists',
  ),
  en(
    'Karabakh officials said 68 people died and 105 were missing after a fuel depot exploded.',
    '68 | 68 | exact | killed | Karabakh officials',
    '105 | 105 | exact | missing | Karabakh officials',
  ),
  en("Villagers in Mali's Mopti region buried 31 relatives on Friday.", '31 | 31 | exact | killed | -'),
  en(
    "Twelve of the wounded are in critical condition, the hospital's director said.",
    "Twelve | 12 | exact | injured | hospital's director",
  ),
  en(
    'In Burkina Faso, HRW documented the execution of at least 60 civilians by soldiers.',
    'at least 60 | 60 | at_least | killed | Human Rights Watch',
  ),
  en(
    'The regional toll now stands at 1,054 dead, 3,204 injured and 98 missing.',
    '1,054 | 1054 | exact | killed | -',
    '3,204 | 3204 | exact | injured | -',
    '98 | 98 | exact | missing | -',
  ),
  en('Tear gas sent 22 people to hospital.'),
  en('The general said his men had captured 8 tanks and killed 45 fighters.', '45 | 45 | exact | killed | general'),
  en(
    'Some 3,000 people, many of them barefoot, crossed into Chad overnight, UNHCR said.',
    'Some 3,000 | 3000 | about | displaced | UNHCR',
  ),
  en(
    'A local journalist put the toll at 19, but the police chief said only seven had died.',
    '19 | 19 | exact | killed | local journalist',
    'only seven | 7 | exact | killed | police chief',
  ),
  en('Kenyan rights groups say 23 people remain unaccounted for.', '23 | 23 | exact | missing | Kenyan rights groups'),
  en('The court sentenced 17 soldiers over the rape of 13 women.', '13 | 13 | exact | sexual_violence | -'),
]
