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
    'Between 60 and 80 | 60..80 | about | killed | Médecins Sans Frontières',
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
  en('The rebels said they had lost only two fighters.'),
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
export const HELD_BACK: readonly Case[] = []
