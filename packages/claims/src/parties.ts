/** Parties of the field: monitors, agencies, UN bodies, governments, armed groups, with English and Arabic names. */
import type { Party, PartyKind } from './knowledge.ts'

/** `id | name | alias …`; `< id` in the second place names the body it belongs to. Acronyms match only as printed. */
const LISTS: readonly (readonly [PartyKind, string])[] = [
  [
    'monitor',
    `sohr | Syrian Observatory for Human Rights | SOHR | Observatory | Syrian Human Rights Observatory | Syrian Observatory | المرصد السوري لحقوق الإنسان | المرصد السوري
snhr | Syrian Network for Human Rights | SNHR | الشبكة السورية لحقوق الإنسان | الشبكة السورية
airwars | Airwars | إيروورز
acled | ACLED | Armed Conflict Location & Event Data Project | Armed Conflict Location and Event Data | Armed Conflict Location and Event Data Project | أكليد | مشروع بيانات مواقع النزاعات المسلحة وأحداثها | مشروع بيانات مواقع وأحداث النزاعات المسلحة
ucdp | Uppsala Conflict Data Program | UCDP
vdc | Violations Documentation Center | VDC | مركز توثيق الانتهاكات
scm | Syrian Center for Media and Freedom of Expression | المركز السوري للإعلام وحرية التعبير
stj | Syrians for Truth and Justice | سوريون من أجل الحقيقة والعدالة
syria-civil-defence | Syrian Civil Defence | White Helmets | Syria Civil Defence | الخوذ البيضاء | الدفاع المدني السوري
ibc | Iraq Body Count
aappb | Assistance Association for Political Prisoners | AAPP
hrana | Human Rights Activists News Agency | HRANA | هرانا
ihrngo | Iran Human Rights | IHRNGO | IHR | منظمة حقوق الإنسان في إيران
hengaw | Hengaw | Hengaw Organization for Human Rights | هنغاو
sudan-doctors | Sudanese Doctors Network | Sudan Doctors Network | Sudan Doctors' Network | شبكة أطباء السودان
ccsd | Central Committee of Sudan Doctors | CCSD | لجنة أطباء السودان المركزية | لجنة أطباء السودان
sudan-lawyers | Emergency Lawyers | محامو الطوارئ
resistance-committees | Resistance Committees | civil resistance committees | لجان المقاومة | لجان المقاومة المدنية
emergency-response | Emergency Response Rooms | غرف الطوارئ | غرفة الطوارئ
yale-hrl | Yale Humanitarian Research Lab | Yale School of Public Health's Humanitarian Research Lab | Humanitarian Research Lab
btselem | B'Tselem | بتسيلم
al-haq | Al-Haq | مؤسسة الحق
pchr | Palestinian Centre for Human Rights | PCHR | المركز الفلسطيني لحقوق الإنسان
al-mezan | Al Mezan Center for Human Rights | Al Mezan | مركز الميزان
euro-med | Euro-Med Human Rights Monitor | Euro-Med Monitor | المرصد الأورومتوسطي لحقوق الإنسان | المرصد الأورومتوسطي
palestinian-prisoners | Palestinian Prisoners' Club | Palestinian Prisoners Society | نادي الأسير الفلسطيني | نادي الأسير
detainees-commission | Commission of Detainees' Affairs | Commission of Detainees and Ex-Detainees Affairs | هيئة شؤون الأسرى والمحررين | هيئة شؤون الأسرى | هيئة الأسرى
mwatana | Mwatana for Human Rights | Mwatana | مواطنة لحقوق الإنسان
yemen-data | Yemen Data Project
sbm | SBM Intelligence
beacon | Beacon Security and Intelligence
kivu-tracker | Kivu Security Tracker
ihchr | Iraqi High Commission for Human Rights | المفوضية العليا لحقوق الإنسان | المفوضية العليا المستقلة لحقوق الإنسان | المفوضية العليا لحقوق الإنسان في العراق | المفوضية العليا المستقلة لحقوق الإنسان في العراق | المفوضية العليا لحقوق الإنسان العراقية | مفوضية حقوق الإنسان العراقية | مفوضية حقوق الإنسان في العراق
ehrc | Ethiopian Human Rights Commission | EHRC | لجنة حقوق الإنسان الإثيوبية
rnddh | National Human Rights Defense Network | RNDDH
cpd | Cooperative for Peace and Development | Committee for Peace and Development | CPD
fjkl | Fondasyon Je Klere
indepaz | Indepaz | Institute for Development and Peace Studies
odhikar | Odhikar
ask | Ain o Salish Kendra
pakistan-pips | Pak Institute for Peace Studies | PIPS
conflict-observatory | Conflict Observatory
memorial | Memorial
cpj | Committee to Protect Journalists | CPJ | لجنة حماية الصحفيين
rsf-press | Reporters Without Borders | مراسلون بلا حدود
nd-burma | Network for Human Rights Documentation
hrss | Human Rights Support Society | HRSS
cihrs | Cairo Institute for Human Rights Studies
bhrn | Burma Human Rights Network
truthhounds | Truth Hounds
mihr | Media Initiative for Human Rights`,
  ],
  [
    'aid_organisation',
    `amnesty | Amnesty International | Amnesty | منظمة العفو الدولية | العفو الدولية
hrw | Human Rights Watch | HRW | هيومن رايتس ووتش | هيومان رايتس ووتش | هيومن رايتس
msf | Doctors Without Borders | Médecins Sans Frontières | MSF | Medecins Sans Frontieres | أطباء بلا حدود
icrc | International Committee of the Red Cross | ICRC | اللجنة الدولية للصليب الأحمر
ifrc | International Federation of Red Cross and Red Crescent Societies | IFRC | الاتحاد الدولي لجمعيات الصليب الأحمر والهلال الأحمر
red-cross | Red Cross | الصليب الأحمر
sarc | Syrian Arab Red Crescent | الهلال الأحمر السوري | الهلال الأحمر العربي السوري
prcs | Palestine Red Crescent Society | Palestinian Red Crescent | Palestine Red Crescent | PRCS | الهلال الأحمر الفلسطيني
lebanese-red-cross | Lebanese Red Cross | الصليب الأحمر اللبناني
iranian-red-crescent | Iranian Red Crescent | Iranian Red Crescent Society | الهلال الأحمر الإيراني
sudanese-red-crescent | Sudanese Red Crescent | الهلال الأحمر السوداني
libyan-red-crescent | Libyan Red Crescent | الهلال الأحمر الليبي
tunisian-red-crescent | Tunisian Red Crescent | الهلال الأحمر التونسي
iraqi-red-crescent | Iraqi Red Crescent | الهلال الأحمر العراقي
somali-red-crescent | Somali Red Crescent | الهلال الأحمر الصومالي
jordanian-red-crescent | Jordanian Red Crescent | الهلال الأحمر الأردني
yemeni-red-crescent | Yemeni Red Crescent | الهلال الأحمر اليمني
afghan-red-crescent | Afghan Red Crescent | الهلال الأحمر الأفغاني
egyptian-red-crescent | Egyptian Red Crescent | الهلال الأحمر المصري
turkish-red-crescent | Turkish Red Crescent | الهلال الأحمر التركي
red-crescent | Red Crescent | الهلال الأحمر
save-the-children | Save the Children | منظمة أنقذوا الأطفال | هيئة إنقاذ الطفولة | منظمة إنقاذ الطفولة | إنقاذ الطفولة | أنقذوا الأطفال
nrc | Norwegian Refugee Council | NRC | المجلس النرويجي للاجئين
irc | International Rescue Committee | IRC | لجنة الإنقاذ الدولية
oxfam | Oxfam | أوكسفام
crisis-group | International Crisis Group | Crisis Group | مجموعة الأزمات الدولية
care | CARE International | منظمة كير | كير الدولية
physicians-hr | Physicians for Human Rights | PHR | أطباء من أجل حقوق الإنسان
fidh | International Federation for Human Rights | FIDH | الفدرالية الدولية لحقوق الإنسان | الفيدرالية الدولية لحقوق الإنسان
medical-aid | Medical Aid for Palestinians
handicap | Humanity & Inclusion
islamic-relief | Islamic Relief | الإغاثة الإسلامية
emergency-ngo | Emergency NGO | إيمرجنسي | منظمة إيمرجنسي`,
  ],
  [
    'un_body',
    `un | United Nations | UN | U.N. | الأمم المتحدة
ohchr | < un | UN human rights office | OHCHR | United Nations human rights office | UN rights office | UN human rights council office | Office of the UN High Commissioner for Human Rights | Office of the United Nations High Commissioner for Human Rights | UN Human Rights | UN Human Rights Office | UN High Commissioner for Human Rights | United Nations High Commissioner for Human Rights | UN human rights chief | UN rights chief | High Commissioner for Human Rights | مفوضية الأمم المتحدة لحقوق الإنسان | المفوضية السامية لحقوق الإنسان | مفوضية الأمم المتحدة السامية لحقوق الإنسان | مكتب الأمم المتحدة لحقوق الإنسان | مفوض الأمم المتحدة السامي لحقوق الإنسان | مكتب مفوض الأمم المتحدة السامي لحقوق الإنسان | مكتب المفوض السامي لحقوق الإنسان | المفوض السامي لحقوق الإنسان | مكتب حقوق الإنسان التابع للأمم المتحدة | المفوضية العليا للأمم المتحدة لحقوق الإنسان | المفوضية السامية للأمم المتحدة لحقوق الإنسان | المفوضية العليا لحقوق الإنسان التابعة للأمم المتحدة | المفوضية السامية لحقوق الإنسان التابعة للأمم المتحدة | المفوضية الأممية لحقوق الإنسان | مكتب حقوق الإنسان الأممي | مكتب المفوضية السامية لحقوق الإنسان | المفوض الأممي لحقوق الإنسان | المفوض الأممي السامي لحقوق الإنسان
ocha | < un | OCHA | UN OCHA | Office for the Coordination of Humanitarian Affairs | UN Office for the Coordination of Humanitarian Affairs | UN humanitarian office | UN humanitarian agency | أوتشا | مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية | مكتب الشؤون الإنسانية التابع للأمم المتحدة | مكتب الشؤون الإنسانية للأمم المتحدة | مكتب تنسيق الشؤون الإنسانية | مكتب تنسيق الشؤون الإنسانية التابع للأمم المتحدة
unhcr | < un | UNHCR | UN refugee agency | United Nations refugee agency | UN High Commissioner for Refugees | مفوضية الأمم المتحدة لشؤون اللاجئين | المفوضية السامية للأمم المتحدة لشؤون اللاجئين | مفوضية اللاجئين | مفوضية شؤون اللاجئين | المفوضية العليا للاجئين | المفوضية السامية للاجئين | مفوضية الأمم المتحدة للاجئين | المفوضية العليا للأمم المتحدة لشؤون اللاجئين | المفوضية السامية لشؤون اللاجئين | المفوضية العليا لشؤون اللاجئين
iom | < un | International Organization for Migration | IOM | UN migration agency | المنظمة الدولية للهجرة | منظمة الهجرة الدولية | الهجرة الدولية
missing-migrants | < iom | Missing Migrants Project | مشروع المهاجرين المفقودين
unicef | < un | UNICEF | UN children's agency | UN Children's Fund | اليونيسف | يونيسف | منظمة اليونيسف
who | < un | World Health Organization | WHO | World Health Organisation | منظمة الصحة العالمية | الصحة العالمية
wfp | < un | World Food Programme | WFP | World Food Program | برنامج الأغذية العالمي | برنامج الغذاء العالمي
unrwa | < un | UNRWA | UN agency for Palestinian refugees | UN Relief and Works Agency | الأونروا | أونروا | وكالة غوث وتشغيل اللاجئين | وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين | وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين الفلسطينيين | وكالة الأمم المتحدة لغوث وتشغيل اللاجئين الفلسطينيين
unfpa | < un | UNFPA | UN Population Fund | صندوق الأمم المتحدة للسكان
un-women | < un | UN Women | هيئة الأمم المتحدة للمرأة
unama | < un | UNAMA | UN Assistance Mission in Afghanistan | UN mission in Afghanistan | بعثة الأمم المتحدة للمساعدة في أفغانستان | بعثة الأمم المتحدة لتقديم المساعدة إلى أفغانستان | بعثة الأمم المتحدة في أفغانستان | يوناما
unami | < un | UNAMI | UN Assistance Mission for Iraq | UN mission in Iraq | بعثة الأمم المتحدة لمساعدة العراق | بعثة الأمم المتحدة لتقديم المساعدة إلى العراق | بعثة الأمم المتحدة في العراق | يونامي
monusco | < un | MONUSCO | UN mission in Congo | مونوسكو | بعثة الأمم المتحدة في الكونغو | بعثة الأمم المتحدة في الكونغو الديمقراطية
minusma | < un | MINUSMA | UN mission in Mali | مينوسما | بعثة الأمم المتحدة في مالي
minusca | < un | MINUSCA | مينوسكا | بعثة الأمم المتحدة في جمهورية أفريقيا الوسطى | بعثة الأمم المتحدة في أفريقيا الوسطى
unmiss | < un | UNMISS | UN Mission in South Sudan | UN mission in South Sudan | بعثة الأمم المتحدة في جنوب السودان
unifil | < un | UNIFIL | اليونيفيل | قوة الأمم المتحدة المؤقتة في لبنان
unitams | < un | UNITAMS | يونيتامس
unsmil | < un | UNSMIL | بعثة الأمم المتحدة للدعم في ليبيا | بعثة الأمم المتحدة في ليبيا
hrmmu | < ohchr | UN Human Rights Monitoring Mission in Ukraine | HRMMU | بعثة الأمم المتحدة لرصد حقوق الإنسان في أوكرانيا | بعثة الأمم المتحدة لمراقبة حقوق الإنسان في أوكرانيا
binuh | < un | UN Integrated Office in Haiti | BINUH | United Nations Integrated Office in Haiti | مكتب الأمم المتحدة المتكامل في هايتي
coi-syria | < un | UN Commission of Inquiry on Syria | UN Syria Commission of Inquiry | Commission of Inquiry on Syria | لجنة التحقيق الدولية المستقلة بشأن سوريا | لجنة التحقيق الدولية | لجنة التحقيق الدولية المستقلة المعنية بسوريا | لجنة الأمم المتحدة للتحقيق بشأن سوريا
security-council | < un | UN Security Council | Security Council | مجلس الأمن | مجلس الأمن الدولي
hrc | < un | UN Human Rights Council | Human Rights Council | مجلس حقوق الإنسان
secretary-general | < un | UN Secretary-General | الأمين العام للأمم المتحدة
iiim | < un | International, Impartial and Independent Mechanism | الآلية الدولية المحايدة والمستقلة
iimm | < un | Independent Investigative Mechanism for Myanmar | آلية التحقيق المستقلة لميانمار`,
  ],
  [
    'agency',
    `afp | AFP | Agence France-Presse | Agence France Presse | فرانس برس | وكالة فرانس برس | وكالة الصحافة الفرنسية
reuters | Reuters | رويترز | وكالة رويترز
ap | AP | Associated Press | أسوشيتد برس | وكالة أسوشيتد برس | أسوشييتد برس | وكالة أسوشييتد برس
sana | SANA | Syrian Arab News Agency | state news agency SANA | سانا | وكالة سانا | الوكالة العربية السورية للأنباء
anadolu | Anadolu Agency | Anadolu | الأناضول | وكالة الأناضول
xinhua | Xinhua | Xinhua News Agency | شينخوا | وكالة شينخوا
tass | TASS | Tass | تاس | وكالة تاس
ria | RIA Novosti | RIA | ريا نوفوستي | وكالة ريا نوفوستي | نوفوستي
interfax | Interfax | إنترفاكس | وكالة إنترفاكس
ukrinform | Ukrinform | يوكرينفورم | أوكرينفورم
efe | EFE | ACAN-EFE | وكالة إفي
dpa | DPA | Deutsche Presse-Agentur | وكالة الأنباء الألمانية
upi | UPI | يونايتد برس إنترناشونال
irna | IRNA | إرنا | وكالة إرنا
fars | Fars | Fars News Agency | وكالة فارس
tasnim | Tasnim | Tasnim News Agency | وكالة تسنيم
wafa | WAFA | Wafa | وفا | وكالة وفا | وكالة الأنباء الفلسطينية
nna | National News Agency | NNA | الوكالة الوطنية للإعلام
pti | Press Trust of India | PTI
ani | ANI
kyodo | Kyodo | Kyodo News | كيودو | وكالة كيودو
yonhap | Yonhap | يونهاب | وكالة يونهاب
ina | Iraqi News Agency | واع | وكالة الأنباء العراقية
suna | SUNA | سونا | وكالة السودان للأنباء
wam | Emirates News Agency | وكالة أنباء الإمارات
lana | Libyan News Agency | وكالة الأنباء الليبية
tap | Tunis Afrique Presse | وكالة تونس أفريقيا للأنباء
aps | Algeria Press Service | وكالة الأنباء الجزائرية
qna | Qatar News Agency | وكالة الأنباء القطرية
kuna | Kuwait News Agency | KUNA | وكالة الأنباء الكويتية
spa | Saudi Press Agency | وكالة الأنباء السعودية
saba | Saba News Agency | وكالة الأنباء اليمنية | وكالة سبأ
petra | Petra News Agency | وكالة الأنباء الأردنية
mena | MENA | وكالة أنباء الشرق الأوسط
npa | North Press | North Press Agency | نورث برس
bna | Bernama`,
  ],
  [
    'outlet',
    `bbc | BBC | BBC News | BBC Verify | بي بي سي
cnn | CNN | سي إن إن
nyt | New York Times | The New York Times | NYT | نيويورك تايمز
guardian | Guardian | The Guardian | صحيفة الغارديان | الغارديان
washington-post | Washington Post | The Washington Post | واشنطن بوست
wsj | Wall Street Journal | وول ستريت جورنال
al-jazeera | Al Jazeera | Al-Jazeera | قناة الجزيرة | شبكة الجزيرة | الجزيرة نت
al-arabiya | Al Arabiya | Al-Arabiya | قناة العربية | العربية نت
fox | Fox News | فوكس نيوز
sky | Sky News | سكاي نيوز
times | The Times
telegraph | The Telegraph
haaretz | Haaretz | هآرتس
times-israel | Times of Israel
dawn | Dawn
prothom-alo | Prothom Alo
daily-star | The Daily Star
sudan-tribune | Sudan Tribune | سودان تربيون
radio-dabanga | Radio Dabanga | راديو دبنقا
radio-okapi | Radio Okapi
le-monde | Le Monde | لوموند
dw | Deutsche Welle | DW | دويتشه فيله
rferl | Radio Free Europe | RFE/RL | إذاعة أوروبا الحرة
irrawaddy | The Irrawaddy | Irrawaddy
myanmar-now | Myanmar Now
addis-standard | Addis Standard
premium-times | Premium Times
le-nouvelliste | Le Nouvelliste
miami-herald | Miami Herald
france-24 | France 24 | فرانس 24
nbc | NBC News
cbs | CBS News
abc | ABC News
npr | NPR
axios | Axios | أكسيوس
kan | Kan
state-tv | state television | state TV | التلفزيون الرسمي | التلفزيون السوري
al-mayadeen | Al Mayadeen | قناة الميادين
al-manar | Al-Manar | قناة المنار
al-masirah | Al-Masirah | قناة المسيرة
al-ikhbariyah | Al-Ikhbariyah | الإخبارية السورية | قناة الإخبارية`,
  ],
  [
    'government',
    `syrian-government | Syrian government | Government of the Syrian Arab Republic | الحكومة السورية
syrian-authorities | Syrian authorities | السلطات السورية
syrian-presidency | < syrian-government | Syrian presidency | الرئاسة السورية
syrian-defence | < syrian-government | Syrian defence ministry | Syrian defense ministry | Syrian Ministry of Defence | Syrian Ministry of Defense | وزارة الدفاع السورية
syrian-interior | < syrian-government | Syrian interior ministry | Syrian Ministry of Interior | وزارة الداخلية السورية
syrian-health | < syrian-government | Syrian health ministry | وزارة الصحة السورية
gaza-health | Gaza health ministry | Gaza Health Ministry | Gaza's health ministry | health ministry in Gaza | Health Ministry in Gaza | Ministry of Health in Gaza | Gaza Ministry of Health | Hamas-run health ministry | Hamas-run Gaza health ministry | health ministry in Hamas-run Gaza | Hamas-run Health Ministry | Gaza's Hamas-run health ministry | Gaza's Health Ministry | health ministry in the Gaza Strip | وزارة الصحة في غزة | وزارة الصحة بغزة | وزارة الصحة في قطاع غزة | وزارة الصحة بقطاع غزة | صحة غزة
gaza-media-office | Gaza government media office | Gaza Government Media Office | Hamas-run government media office | Gaza's government media office | المكتب الإعلامي الحكومي في غزة | المكتب الإعلامي الحكومي | المكتب الإعلامي الحكومي بغزة
gaza-civil-defence | Gaza civil defence | Gaza's civil defence | Gaza Civil Defence | Gaza civil defense | Gaza's civil defence agency | Gaza's civil defense agency | civil defence agency in Gaza | الدفاع المدني في غزة | الدفاع المدني بغزة | الدفاع المدني الفلسطيني
palestinian-health | Palestinian health ministry | Palestinian Health Ministry | Palestinian Ministry of Health | وزارة الصحة الفلسطينية
palestinian-authority | Palestinian Authority | السلطة الفلسطينية
lebanese-health | Lebanese health ministry | Lebanon's health ministry | Lebanese Health Ministry | Lebanese Ministry of Public Health | Lebanon's Ministry of Public Health | Lebanon's Health Ministry | وزارة الصحة اللبنانية
lebanese-civil-defence | Lebanese civil defence | Lebanon's civil defence | الدفاع المدني اللبناني
israeli-army | Israeli military | Israeli army | Israel Defense Forces | Israel Defence Forces | IDF | الجيش الإسرائيلي | جيش الاحتلال | جيش الاحتلال الإسرائيلي
israeli-government | Israeli government | Israeli authorities | الحكومة الإسرائيلية
israeli-police | Israeli police | الشرطة الإسرائيلية
israeli-health | Israeli health ministry | Israel's health ministry | وزارة الصحة الإسرائيلية
mda | Magen David Adom
sudanese-army | Sudanese army | Sudanese Armed Forces | Sudan's army | SAF | Sudan's military | Sudanese military | الجيش السوداني | القوات المسلحة السودانية
sudanese-health | Sudanese health ministry | Sudan's health ministry | وزارة الصحة السودانية
sudanese-government | Sudanese government | Sudan's government | الحكومة السودانية
sovereign-council | Sovereignty Council | Transitional Sovereignty Council | مجلس السيادة | مجلس السيادة الانتقالي
yemeni-government | Yemeni government | الحكومة اليمنية
houthi-health | Houthi-run health ministry | Houthi health ministry | وزارة الصحة التابعة للحوثيين | وزارة الصحة التابعة لجماعة الحوثي | وزارة الصحة في حكومة الحوثيين | وزارة الصحة في صنعاء | وزارة الصحة الخاضعة لسيطرة الحوثيين
iranian-authorities | Iranian authorities | السلطات الإيرانية
iranian-health | Iranian health ministry | Iran's health ministry | وزارة الصحة الإيرانية
iranian-government | Iranian government | الحكومة الإيرانية
irgc | Islamic Revolutionary Guard Corps | IRGC | Revolutionary Guards | الحرس الثوري
iraqi-government | Iraqi government | الحكومة العراقية
iraqi-health | Iraqi health ministry | Iraq's health ministry | وزارة الصحة العراقية
iraqi-interior | Iraqi interior ministry | وزارة الداخلية العراقية
turkish-defence | Turkish defence ministry | Turkish defense ministry | Turkey's defence ministry | وزارة الدفاع التركية
turkish-interior | Turkish interior ministry | وزارة الداخلية التركية
russian-defence | Russian defence ministry | Russian defense ministry | Russia's defence ministry | Russian Defence Ministry | Russian Defense Ministry | Russian Ministry of Defense | وزارة الدفاع الروسية
russian-army | Russian army | Russian military | Russian forces | الجيش الروسي | القوات الروسية
ukrainian-army | Ukrainian army | Ukrainian military | Ukrainian forces | الجيش الأوكراني | القوات الأوكرانية
ukrainian-prosecutor | Ukrainian prosecutor general's office | Prosecutor General's Office of Ukraine | Ukraine's Prosecutor General's Office | مكتب المدعي العام الأوكراني
ukrainian-ses | State Emergency Service of Ukraine | State Emergency Service | Ukraine's State Emergency Service | خدمة الطوارئ الأوكرانية | خدمة الطوارئ الحكومية الأوكرانية | جهاز الطوارئ الأوكراني
ukrainian-police | National Police of Ukraine | Ukrainian police | الشرطة الأوكرانية
ukrainian-air-force | Ukrainian air force | Ukraine's air force | القوات الجوية الأوكرانية | سلاح الجو الأوكراني
ethiopian-government | Ethiopian government | الحكومة الإثيوبية
eritrean-army | Eritrean army | Eritrean Defence Forces | الجيش الإريتري
myanmar-junta | Myanmar junta | Myanmar military | Myanmar's military | Myanmar's junta | Tatmadaw | جيش ميانمار | المجلس العسكري في ميانمار
nug | National Unity Government | NUG
malian-army | Malian army | Malian armed forces | FAMa | الجيش المالي
burkina-army | Burkina Faso army | Burkinabe army
nigerian-police | Nigerian police | Nigeria Police Force | الشرطة النيجيرية
nigerian-army | Nigerian army | Nigerian military | الجيش النيجيري
nema | National Emergency Management Agency | NEMA
congolese-army | Congolese army | FARDC | الجيش الكونغولي
haitian-police | Haitian National Police | Haiti's National Police | PNH | الشرطة الهايتية | الشرطة الوطنية الهايتية
us-military | US military | U.S. military | CENTCOM | US Central Command | U.S. Central Command | القيادة المركزية الأميركية | القيادة المركزية الأمريكية | الجيش الأميركي | الجيش الأمريكي
pentagon | Pentagon | البنتاغون
us-state | US State Department | State Department | U.S. State Department | وزارة الخارجية الأميركية | وزارة الخارجية الأمريكية
coalition | US-led coalition | U.S.-led coalition | التحالف الدولي
white-house | White House | البيت الأبيض
kremlin | Kremlin | الكرملين
eu | European Union | EU | الاتحاد الأوروبي
african-union | African Union | AU | الاتحاد الأفريقي
arab-league | Arab League | جامعة الدول العربية
pakistan-army | Inter-Services Public Relations | ISPR | الجيش الباكستاني
lna | Libyan National Army | Libyan Arab Armed Forces | الجيش الوطني الليبي
gnu | Government of National Unity | حكومة الوحدة الوطنية`,
  ],
  [
    'armed_group',
    `hts | Hayat Tahrir al-Sham | HTS | Hayat Tahrir Al Sham | هيئة تحرير الشام
sdf | Syrian Democratic Forces | SDF | قوات سوريا الديمقراطية | قسد
ypg | YPG | People's Protection Units | وحدات حماية الشعب
sna | Syrian National Army | SNA | الجيش الوطني السوري
isis | Islamic State | ISIS | ISIL | Daesh | IS group | Islamic State group | تنظيم الدولة الإسلامية | داعش | تنظيم الدولة | تنظيم داعش
al-qaeda | Al Qaeda | al-Qaeda | Al-Qaida | تنظيم القاعدة
hamas | Hamas | حماس | حركة حماس
qassam | Qassam Brigades | Al-Qassam Brigades | كتائب القسام
pij | Palestinian Islamic Jihad | Islamic Jihad | الجهاد الإسلامي | حركة الجهاد الإسلامي
hezbollah | Hezbollah | Hizbollah | حزب الله
houthis | Houthis | Houthi movement | Ansar Allah | الحوثيون | الحوثيين | جماعة الحوثي | جماعة الحوثيين | مليشيا الحوثي | ميليشيا الحوثي | أنصار الله | جماعة أنصار الله
rsf | Rapid Support Forces | RSF | قوات الدعم السريع | الدعم السريع
joint-forces | Joint Forces | Joint Force of Armed Struggle Movements | Joint Force | القوة المشتركة
sla-aw | Sudan Liberation Army | Sudanese Liberation Army | SLA-AW | Sudan Liberation Movement | حركة تحرير السودان | جيش تحرير السودان
splm-n | SPLM-N | Sudan People's Liberation Movement-North | الحركة الشعبية
tplf | Tigray People's Liberation Front | TPLF | جبهة تحرير تيغراي
ola | Oromo Liberation Army | OLA | جيش تحرير أورومو
fano | Fano | ميليشيا فانو
al-shabaab | al-Shabaab | Al-Shabaab | Al Shabaab | حركة الشباب
boko-haram | Boko Haram | بوكو حرام
iswap | ISWAP | Islamic State West Africa Province | تنظيم الدولة الإسلامية في غرب أفريقيا
jnim | JNIM | Jama'at Nusrat al-Islam wal-Muslimin | جماعة نصرة الإسلام والمسلمين
wagner | Wagner | Wagner group | فاغنر | مجموعة فاغنر
m23 | M23 | حركة 23 مارس | إم 23
adf | Allied Democratic Forces | ADF | القوات الديمقراطية المتحالفة
codeco | CODECO | كوديكو
taliban | Taliban | طالبان | حركة طالبان
isk | ISIS-K | Islamic State Khorasan | IS-K | تنظيم الدولة الإسلامية ولاية خراسان | داعش خراسان | ولاية خراسان
ttp | Tehreek-e-Taliban Pakistan | TTP | Pakistani Taliban | طالبان باكستان | حركة طالبان باكستان
bla | Balochistan Liberation Army | BLA | Baloch Liberation Army | جيش تحرير بلوشستان
arakan-army | Arakan Army | AA | جيش أراكان
pdf | People's Defence Force | People's Defense Force
farc | FARC | Revolutionary Armed Forces of Colombia | فارك
eln | ELN | National Liberation Army | جيش التحرير الوطني
fmln | FMLN | Farabundo Marti National Liberation Front
shining-path | Shining Path
urng | URNG | Guatemalan National Revolutionary Unity
viv-ansanm | Viv Ansanm
wharf-jeremie | Wharf Jeremie gang | Wharf Jérémie gang
pkk | PKK | Kurdistan Workers' Party | حزب العمال الكردستاني
pmf | Popular Mobilization Forces | PMF | الحشد الشعبي | هيئة الحشد الشعبي | قوات الحشد الشعبي`,
  ],
  [
    'court',
    `icc | International Criminal Court | ICC | المحكمة الجنائية الدولية
icj | International Court of Justice | ICJ | محكمة العدل الدولية
icty | ICTY | International Criminal Tribunal for the former Yugoslavia | المحكمة الجنائية الدولية ليوغوسلافيا السابقة`,
  ],
]

function parse(kind: PartyKind, line: string): Party {
  const fields = line.split(' | ').map((field) => field.trim())
  const parent = fields[1]!.startsWith('<') ? fields[1]!.slice(1).trim() : null
  const [name, ...aliases] = fields.slice(parent === null ? 1 : 2)
  const party = { id: fields[0]!, kind, name: name!, aliases }
  return parent === null ? party : { ...party, partOf: parent }
}

export const PARTIES: readonly Party[] = LISTS.flatMap(([kind, lines]) =>
  lines.split('\n').map((line) => parse(kind, line)),
)
