/** English texts that count people harmed, and numbers beside them that count something else. All invented. */
import type { FigureDocument } from './hands.ts'

export const COUNTS: readonly FigureDocument[] = [
  // wounds told with words between
  [
    'Three marines died and four others endured minor injuries.',
    ['Three', 3, 'exact', 'killed', null],
    ['four', 4, 'exact', 'injured', null],
  ],
  [
    'Five protesters sustained bullet injuries and 18 were treated for serious burns.',
    ['Five', 5, 'exact', 'injured', null],
    ['18', 18, 'exact', 'injured', null],
  ],
  [
    'The clinic reported treating hundreds of injured students.',
    ['hundreds', 'hundreds', 'vague', 'injured', 'clinic'],
  ],
  // tolls
  [
    'The number of inmates killed in the riots in Doma and Kavu was at least 79.',
    ['at least 79', 79, 'at_least', 'killed', null],
  ],
  ['The number of killings alone spiked to 1,600.', ['1,600', 1600, 'exact', 'killed', null]],
  ['The number of captives is down to six after one was freed.', ['six', 6, 'exact', 'abducted', null]],
  [
    'These deaths have brought to 1,101 the number of civilians who have been killed since January.',
    ['1,101', 1101, 'exact', 'killed', null],
  ],
  [
    'The death toll in the attack on the governor rose to seven with several injured people dying overnight.',
    ['seven', 7, 'exact', 'killed', null],
  ],
  ['The number of deaths and injuries recorded in May was 2,392.', ['2,392', 2392, 'exact', 'killed_or_injured', null]],
  [
    'The displaced families, totalling about 16,200 people, need water.',
    ['about 16,200', 16200, 'about', 'displaced', null],
  ],
  // brackets and dashes
  [
    'Since the coup a total of (5,599) people have been killed and (20,833) are in detention.',
    ['5,599', 5599, 'exact', 'killed', null],
    ['20,833', 20833, 'exact', 'detained', null],
  ],
  [
    'The blast hit a patrol, killing six people - three policemen and three pedestrians - and wounding nine others.',
    ['six', 6, 'exact', 'killed', null],
    ['three', 3, 'exact', 'killed', null],
    ['three', 3, 'exact', 'killed', null],
    ['nine', 9, 'exact', 'injured', null],
  ],
  [
    'When it ended there were 25 dead — one police officer and 24 villagers.',
    ['25', 25, 'exact', 'killed', null],
    ['one', 1, 'exact', 'killed', null],
    ['24', 24, 'exact', 'killed', null],
  ],
  ['Fifteen Abu Kavu Group (AKG) bandits were killed on Friday.', ['Fifteen', 15, 'exact', 'killed', null]],
  // joined to the count before
  [
    'The dead were 34 in Doma, 37 in two Kavu prisons and 8 in Latka.',
    ['34', 34, 'exact', 'killed', null],
    ['37', 37, 'exact', 'killed', null],
    ['8', 8, 'exact', 'killed', null],
  ],
  [
    'Three were killed in Kavu and one in Doma.',
    ['Three', 3, 'exact', 'killed', null],
    ['one', 1, 'exact', 'killed', null],
  ],
  ['A teacher was shot dead, along with three raiders.', ['three', 3, 'exact', 'killed', null]],
  // other verbs
  [
    'More than 33,000 residents were forced to leave the city.',
    ['More than 33,000', 33000, 'more_than', 'displaced', null],
  ],
  ['Air support helped to neutralize about thirty militants.', ['about thirty', 30, 'about', 'killed', null]],
  [
    'The province hosts about 1.7 million internally displaced people.',
    ['about 1.7 million', 1700000, 'about', 'displaced', null],
  ],
  ['Four people were brought here dead.', ['Four', 4, 'exact', 'killed', null]],
  [
    'Twenty-three, including children, appear to have been shot by police.',
    ['Twenty-three', 23, 'exact', 'killed', null],
  ],
  [
    'At least 100 people reported killed and injured in Saal.',
    ['At least 100', 100, 'at_least', 'killed_or_injured', null],
  ],
  ['The three dismembered bodies were found by herders.', ['three', 3, 'exact', 'killed', null]],
  ['More than 400 people have escaped from Doma.', ['More than 400', 400, 'more_than', 'displaced', null]],
  // what is the part's own, and what is the whole's
  ['The clinic took in 20 patients, two of whom were dead on arrival.', ['two', 2, 'exact', 'killed', null]],
  [
    'Two of the wounded were pronounced dead and sixteen of the wounded were admitted.',
    ['Two', 2, 'exact', 'killed', null],
    ['sixteen', 16, 'exact', 'injured', null],
  ],
  [
    'The killings claimed the lives of 129 civilians, including 10 victims of torture.',
    ['129', 129, 'exact', 'killed', null],
    ['10', 10, 'exact', 'killed', null],
  ],
  [
    'The council had put the deaths at 60 and missing at 66.',
    ['60', 60, 'exact', 'killed', 'council'],
    ['66', 66, 'exact', 'missing', 'council'],
  ],
  ['Two teachers aged 46 and 52 were killed on Tuesday.', ['Two', 2, 'exact', 'killed', null]],
  ['Sixteen patients being treated at a clinic were killed by shelling.', ['Sixteen', 16, 'exact', 'killed', null]],
  // no figures
  ['Three men shot and killed 65-year-old Adan Rull.'],
  ['Some 150 ballot cards were burned, and the damage came to 60 million pesos.'],
  ['The body had four bullet wounds.'],
  ["That is 10 fewer than the commission's count."],
  ['Another 100 prisoners managed to escape and 112 were recaptured.'],
  ['A total of 220 prisoners escaped from Kavu prison.'],
  ['Riots broke out at three jails in the south.'],
  ['They recorded 35 massacres and 12 bombings.'],
  ['Seven cars and two lorries were burned, and five firearms were seized.'],
  ['The number of gunmen involved in the attack was between 50 and 60.'],
  ['The theft of 174 head of cattle led to the clash.'],
  ['Some 712,000 are in need of food.'],
  // a count printed in two ways at once, or with its thousands torn off
  ['Police said over 2 dozen sailors were kidnapped.', ['over 2 dozen', 24, 'more_than', 'abducted', 'Police']],
  ['More than 30, 000 people were displaced in Dorn.', ['More than 30, 000', 30_000, 'more_than', 'displaced', null]],
  ['On May 1, 500 people were killed in Dorn.', ['500', 500, 'exact', 'killed', null]],
  // what stands behind a toll is no part of it
  [
    'Odo Maren said the death toll had climbed to 27 with several fishermen still missing.',
    ['27', 27, 'exact', 'killed', 'Odo Maren'],
  ],
  ['The toll has risen to 32 and children are missing.', ['32', 32, 'exact', 'killed', null]],
  // a time behind the word of harm is no object of it; a dash of two marks
  [
    'The raids lasted two nights, with four people killed the first night and nine the second.',
    ['four', 4, 'exact', 'killed', null],
    ['nine', 9, 'exact', 'killed', null],
  ],
  [
    'Some 8,000 people -- far more than was feared -- have died in the war.',
    ['Some 8,000', 8000, 'about', 'killed', null],
  ],
  // a share of a count that was told, and of one that was not
  [
    'Police detained 18 students in Dorn. Of the 18, five were girls.',
    ['18', 18, 'exact', 'detained', null],
    ['five', 5, 'exact', 'detained', null],
  ],
  ['A raid killed 26 people in Dorn. Of the 12 councillors, nine are women.', ['26', 26, 'exact', 'killed', null]],
  // an object behind others, a family counted, those still sought
  ['Gunmen killed a teacher, his wife and their three children.', ['three', 3, 'exact', 'killed', null]],
  ['An air strike killed a family of six in Dorn.', ['six', 6, 'exact', 'killed', null]],
  [
    'Rescuers recovered 19 bodies and were searching for another six.',
    ['19', 19, 'exact', 'killed', null],
    ['six', 6, 'exact', 'missing', null],
  ],
  ['Five drowned off Dorn, and police are searching for two suspects.', ['Five', 5, 'exact', 'killed', null]],
  [
    'Hundreds of thousands were driven from their villages.',
    ['Hundreds of thousands', 'hundreds of thousands', 'vague', 'displaced', null],
  ],
  [
    'The monitor recorded 23 arrests, mostly of students, and four kidnappings in Dorn.',
    ['23', 23, 'exact', 'detained', 'monitor'],
    ['four', 4, 'exact', 'abducted', 'monitor'],
  ],
  // the word of harm that is this count's own
  [
    'The convoy had casualties of 4 guards killed on the road, while 3 were wounded.',
    ['4', 4, 'exact', 'killed', null],
    ['3', 3, 'exact', 'injured', null],
  ],
  [
    'Three rapes took place that night and 20 villagers are still missing.',
    ['Three', 3, 'exact', 'sexual_violence', null],
    ['20', 20, 'exact', 'missing', null],
  ],
  [
    'The guards made eight arrests, three of which turned into enforced disappearances.',
    ['eight', 8, 'exact', 'detained', null],
    ['three', 3, 'exact', 'forcibly_disappeared', null],
  ],
  ['Raiders seized hostages, 14 of whom remain in the hills.', ['14', 14, 'exact', 'abducted', null]],
  ['Four nurses helping the wounded, among them a student, were killed.', ['Four', 4, 'exact', 'killed', null]],
  // cases, blows and wounds
  [
    'The network recorded at least 310 cases of arbitrary arrests this spring, 25 of them in May.',
    ['at least 310', 310, 'at_least', 'detained', 'network'],
    ['25', 25, 'exact', 'detained', 'network'],
  ],
  ['In Dorn 34 people were hit by rubber bullets.', ['34', 34, 'exact', 'injured', null]],
  ['Of the rest, 11 have shrapnel wounds.', ['11', 11, 'exact', 'injured', null]],
  ['The clinic has no injuries to report, and 12 beds.'],
  // two verbs, a list, others along, a day between, "they"
  ['Guards have arrested and questioned dozens of teachers.', ['dozens', 'dozens', 'vague', 'detained', null]],
  [
    'Some 30 teachers, students and their parents have been taken into custody.',
    ['Some 30', 30, 'about', 'detained', null],
  ],
  ['A nurse was shot in Dorn market along with four porters.', ['four', 4, 'exact', 'killed', null]],
  ['The council deplored the killing on Friday of six porters.', ['six', 6, 'exact', 'killed', null]],
  [
    'Nearly 50 sailors are missing. They include at least nine boys.',
    ['Nearly 50', 50, 'about', 'missing', null],
    ['at least nine', 9, 'at_least', 'missing', null],
  ],
  // a number twice
  [
    'At least twelve (12) people were abducted and thirty (30) were murdered.',
    ['At least twelve (12)', 12, 'at_least', 'abducted', null],
    ['thirty (30)', 30, 'exact', 'killed', null],
  ],
]
