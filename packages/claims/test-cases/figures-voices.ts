/** English texts in which a count's speaker stands elsewhere: later, before a colon, behind another, in another body's name. All invented. */
import type { FigureDocument } from './hands.ts'

export const VOICES: readonly FigureDocument[] = [
  // a quotation of several sentences whose speaker comes last, or first
  [
    '"There are dead in three streets. As of now we count 17 bodies. The search goes on," district chief Odo Maren wrote.',
    ['17', 17, 'exact', 'killed', 'district chief Odo Maren'],
  ],
  [
    '“Nine of our people were killed. We have buried them,” said Ilse Torv, a village elder.',
    ['Nine', 9, 'exact', 'killed', 'Ilse Torv'],
  ],
  [
    'The mayor of Beledor said: "Ten people died in the first strike. Another 14 were wounded in the second."',
    ['Ten', 10, 'exact', 'killed', 'mayor of Beledor'],
    ['14', 14, 'exact', 'injured', 'mayor of Beledor'],
  ],
  [
    '"More than 60 are wounded... the wards are full," said Karo Venn, a surgeon in Doma.',
    ['More than 60', 60, 'more_than', 'injured', 'Karo Venn'],
  ],
  // a month that is spelt as a verb is
  [
    'The Oster Ministry on 3 May said that 13 civilians were killed in Dell.',
    ['13', 13, 'exact', 'killed', 'Oster Ministry'],
  ],
  // what stands before "while" and "but" in the same breath
  [
    'Two guards died while five others were injured in the raid, officials said.',
    ['Two', 2, 'exact', 'killed', 'officials'],
    ['five', 5, 'exact', 'injured', 'officials'],
  ],
  [
    'The police said six had died, but the rebels said 20 villagers were killed.',
    ['six', 6, 'exact', 'killed', 'police'],
    ['20', 20, 'exact', 'killed', 'rebels'],
  ],
  // what goes on behind ", X said": an earlier count, or the verb that the subject in front was waiting for
  [
    'At least 31 miners have died in the Ostrel shaft, the Pit Watch Union said on Tuesday, up from 26 on Monday.',
    ['At least 31', 31, 'at_least', 'killed', 'Pit Watch Union'],
    ['26', 26, 'exact', 'killed', 'Pit Watch Union'],
  ],
  [
    'Forty-four people are missing after the landslide, the rescue service said, down from 60 on Sunday.',
    ['Forty-four', 44, 'exact', 'missing', 'rescue service'],
    ['60', 60, 'exact', 'missing', 'rescue service'],
  ],
  [
    'The border guards, the Lowland Rights Network said, killed at least 19 herders and burned four carts.',
    ['at least 19', 19, 'at_least', 'killed', 'Lowland Rights Network'],
  ],
  // an agency of a greater body
  [
    "Some 40 people died of hunger in the camp, according to the U.N.'s food agency.",
    ['Some 40', 40, 'about', 'killed', "U.N.'s food agency"],
  ],
  // one who is quoted by another
  [
    'The news agency Zelpress quoted Governor Adan Rull, head of the border province, as saying he believed more than 80 people were killed.',
    ['more than 80', 80, 'more_than', 'killed', 'Governor Adan Rull'],
  ],
  [
    'Colonel Bram Oste was quoted by local radio as saying that 12 soldiers were missing.',
    ['12', 12, 'exact', 'missing', 'Colonel Bram Oste'],
  ],
  // a subject of its own behind "with"
  [
    'Dozens of houses burned, with police chief Sela Mor telling reporters that 31 people remained missing.',
    ['31', 31, 'exact', 'missing', 'police chief Sela Mor'],
  ],
  [
    'The raid came at dawn, with security sources reporting that nine conscripts were killed.',
    ['nine', 9, 'exact', 'killed', 'security sources'],
  ],
  // a document and whoever issued it
  [
    'The Kavu Council for Human Rights (KCHR) issued a new report on Friday, documenting the deaths of 89 civilians in October. According to the report, militants killed 21 people in Doma.',
    ['89', 89, 'exact', 'killed', 'Kavu Council for Human Rights'],
    ['21', 21, 'exact', 'killed', 'Kavu Council for Human Rights'],
  ],
  [
    'The Beledor commission presented a report showing that there have been 60 recorded fatalities.',
    ['60', 60, 'exact', 'killed', 'Beledor commission'],
  ],
  [
    'Added to that are the 12 killings documented by Lantern Watch in the west.',
    ['12', 12, 'exact', 'killed', 'Lantern Watch'],
  ],
  // two who speak with one voice
  [
    'At least 10 men were killed in Silgar, security and local sources said.',
    ['At least 10', 10, 'at_least', 'killed', 'security and local sources'],
  ],
  [
    'Seven villagers died in the strike, according to a witness and BBC Burmese.',
    ['Seven', 7, 'exact', 'killed', 'witness and BBC Burmese'],
  ],
  [
    '"We are speaking of 30 dead," said one of the sources, a security official.',
    ['30', 30, 'exact', 'killed', 'security official'],
  ],
  // bodies within a greater one
  [
    'The UN peacekeeping mission confirmed that five women had been killed.',
    ['five', 5, 'exact', 'killed', 'UN peacekeeping mission'],
  ],
  [
    'More than 300 people were killed, according to the UN.',
    ['More than 300', 300, 'more_than', 'killed', 'United Nations'],
  ],
  // titles that end in a full stop
  [
    'Another bomb killed three bystanders and wounded a fourth, police Capt. Joram Hale said.',
    ['three', 3, 'exact', 'killed', 'Joram Hale'],
  ],
  // pronouns
  [
    'A survivor of the raid, Tomas Adeko, told reporters what he saw. According to him, 20 people were killed in the market.',
    ['20', 20, 'exact', 'killed', 'Tomas Adeko'],
  ],
  [
    'The army announced a provisional toll after security sources told the Zelmora Times of an ambush. "The fighting was violent," it added, referring to 31 soldiers killed.',
    ['31', 31, 'exact', 'killed', 'army'],
  ],
  // a statement, a headline's name, a name that is a word, two who report
  [
    'The interim council earlier issued a statement that the fighting has claimed the lives of 710 recruits.',
    ['710', 710, 'exact', 'killed', 'interim council'],
  ],
  [
    'Shelling of Beledor: five wounded – Marrek\nFive people were wounded, Mayor Ihan Marrek said.',
    ['five', 5, 'exact', 'injured', 'Mayor Ihan Marrek'],
    ['Five', 5, 'exact', 'injured', 'Mayor Ihan Marrek'],
  ],
  [
    'Rakan Said al-Omari told reporters of a find. "It appears to hold the remains of 75 recruits," he said.',
    ['75', 75, 'exact', 'killed', 'Rakan Said al-Omari'],
  ],
  [
    'Ten villagers died in the strike, locals and media reports said.',
    ['Ten', 10, 'exact', 'killed', 'locals and media reports'],
  ],
  ['Rebel sources claimed as many as 400 people died.', ['as many as 400', 400, 'up_to', 'killed', 'Rebel sources']],
  ["The survivor's account detailed the killing of 19 people.", ['19', 19, 'exact', 'killed', 'survivor']],
  [
    'Umar Adeko, who lives in Kofra, where the raid began, said five of his neighbours died.',
    ['five', 5, 'exact', 'killed', 'Umar Adeko'],
  ],
  [
    'According to figures from Open Ledger, 341 officers have been killed this year. In 2022, at least 403 were slain.',
    ['341', 341, 'exact', 'killed', 'Open Ledger'],
    ['at least 403', 403, 'at_least', 'killed', 'Open Ledger'],
  ],
  // no speakers at all
  ['The Red Cross demands a halt to shelling after nine people were killed.', ['nine', 9, 'exact', 'killed', null]],
  ['The three bodies were found by herders.', ['three', 3, 'exact', 'killed', null]],
  ['Junta bombs its own village: 40 dead', ['40', 40, 'exact', 'killed', null]],
  ['Kavu Region recorded the highest number of deaths with 75 victims.', ['75', 75, 'exact', 'killed', null]],
  [
    'The gunmen killed the village head identified as Alo Maren and 17 other villagers.',
    ['17', 17, 'exact', 'killed', null],
  ],
  ['The fighting killed 40 people, according to the plan drawn in the sand.', ['40', 40, 'exact', 'killed', null]],
  // a man called by a title and his last name
  [
    'Nobody has slept, Dorn harbour spokesman Sorin Makel said. Mr Makel said 12 people were killed.',
    ['12', 12, 'exact', 'killed', 'Dorn harbour spokesman Sorin Makel'],
  ],
  [
    'The bridge was mined, said Colonel Toma Irrel, who leads the engineers. Col Irrel said eight soldiers were wounded.',
    ['eight', 8, 'exact', 'injured', 'Colonel Toma Irrel'],
  ],
  // a paper speaks for whoever issued it, and goes on speaking
  [
    'Two pilots were killed on Sunday, a short bulletin issued by the Harbour Board on that day said. The number of pilots killed has reached 61, the bulletin said.',
    ['Two', 2, 'exact', 'killed', 'Harbour Board'],
    ['61', 61, 'exact', 'killed', 'Harbour Board'],
  ],
  // those whom a noun calls, and those who tell by another
  [
    'Aid agency Doctors Without Borders condemned the strike. Three nurses were wounded, the agency said.',
    ['Three', 3, 'exact', 'injured', 'Doctors Without Borders'],
  ],
  ['Oxfam said on Monday its drivers had found 21 bodies on the road to Dorn.', ['21', 21, 'exact', 'killed', 'Oxfam']],
  [
    'The raid killed at least nine herders, the jihadists and village sources say.',
    ['at least nine', 9, 'at_least', 'killed', 'jihadists and village sources'],
  ],
  // a last name behind a quotation of two sentences; a name with its acronym and its kind
  [
    '“Twelve people have died and 40 are missing. The search goes on,” said Karvell.',
    ['Twelve', 12, 'exact', 'killed', 'Karvell'],
    ['40', 40, 'exact', 'missing', 'Karvell'],
  ],
  [
    'Three men were executed in Dorn, the Norway-based Iran Human Rights (IHR) NGO said.',
    ['Three', 3, 'exact', 'killed', 'Iran Human Rights'],
  ],
  // an acronym that the text gives to another body
  [
    'The Alpine Forces of Pell (AFP) said 13 men died. The AFP said five were wounded.',
    ['13', 13, 'exact', 'killed', 'Alpine Forces of Pell'],
    ['five', 5, 'exact', 'injured', 'Alpine Forces of Pell'],
  ],
  // the place of an office does not speak
  [
    'The special envoy for water in Pellia, Tilda Moerk, said she was appalled. Moerk said 300 people had been executed.',
    ['300', 300, 'exact', 'killed', 'Tilda Moerk'],
  ],
  ['The rights group pointed out that 61 people were arrested.', ['61', 61, 'exact', 'detained', 'rights group']],
  [
    'Reworded by Pell from The Standard (AFP). At least 13 men died, AFP said.',
    ['At least 13', 13, 'at_least', 'killed', 'AFP'],
  ],
  [
    'Some 12 people have been killed in Pell, and in northern Marrow death toll climbed to 29.',
    ['Some 12', 12, 'about', 'killed', null],
    ['29', 29, 'exact', 'killed', null],
  ],
]
