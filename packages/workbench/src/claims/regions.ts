/** Countries and regions of the field, which the gazetteer of settlements does not hold. */
import type { Place } from '@corroborate/claims'

/** `ISO country | name | alias …`; a line that begins with `+` is a region of the country before it. */
const LINES = `SY | Syria | سوريا | سورية | Syrian Arab Republic
+ Syrian coast | Syria's coast | الساحل السوري
+ Latakia | Latakia province | Lattakia | اللاذقية
+ Tartus | Tartous | طرطوس
+ Suwayda | Sweida | As-Suwayda | السويداء
+ Idlib | إدلب
+ Daraa | درعا
+ Hama | حماة
+ Homs | حمص
+ Deir ez-Zor | دير الزور
+ Hasakah | الحسكة
+ Raqqa | الرقة
+ Aleppo | حلب
IQ | Iraq | العراق
LB | Lebanon | لبنان
IL | Israel | إسرائيل
PS | Palestine | فلسطين
+ Gaza | Gaza Strip | غزة | قطاع غزة
+ West Bank | الضفة الغربية | الضفة
JO | Jordan | الأردن
YE | Yemen | اليمن
IR | Iran | إيران
AF | Afghanistan | أفغانستان
PK | Pakistan | باكستان
+ Balochistan | Baluchistan
+ Khyber Pakhtunkhwa
IN | India | الهند
+ Manipur
+ Kashmir | كشمير
SD | Sudan | السودان
+ Darfur | دارفور
+ North Darfur | شمال دارفور
+ West Darfur | غرب دارفور
+ South Darfur | جنوب دارفور
+ Kordofan | كردفان
+ Gezira | Al-Jazira | Al Jazirah | الجزيرة
SS | South Sudan | جنوب السودان
ET | Ethiopia | إثيوبيا
+ Tigray | تيغراي
+ Amhara | أمهرة
+ Oromia | أوروميا
ER | Eritrea | إريتريا
SO | Somalia | الصومال
KE | Kenya | كينيا
UG | Uganda | أوغندا
CD | Democratic Republic of Congo | DR Congo | DRC | Congo | الكونغو
+ North Kivu
+ South Kivu
+ Ituri
RW | Rwanda | رواندا
BI | Burundi
CF | Central African Republic
TD | Chad | تشاد
CM | Cameroon
NG | Nigeria | نيجيريا
+ Borno
+ Plateau State | Plateau
+ Benue
+ Zamfara
+ Kaduna
NE | Niger | النيجر
ML | Mali | مالي
BF | Burkina Faso | بوركينا فاسو
MZ | Mozambique | موزمبيق
+ Cabo Delgado
LY | Libya | ليبيا
TN | Tunisia | تونس
DZ | Algeria | الجزائر
EG | Egypt | مصر
+ Sinai | سيناء
UA | Ukraine | أوكرانيا
+ Donbas
+ Donetsk region
+ Kharkiv region
+ Kyiv region
RU | Russia | روسيا
TR | Turkey | Türkiye | تركيا
GE | Georgia
AM | Armenia | أرمينيا
AZ | Azerbaijan | أذربيجان
MM | Myanmar | Burma | ميانمار
+ Rakhine | Rakhine State | أراكان
+ Sagaing
BD | Bangladesh | بنغلاديش
LK | Sri Lanka
PH | Philippines
ID | Indonesia
+ Papua
TH | Thailand
KG | Kyrgyzstan
TJ | Tajikistan
HT | Haiti | هايتي
CO | Colombia | كولومبيا
MX | Mexico | المكسيك
VE | Venezuela
SV | El Salvador
GT | Guatemala
HN | Honduras
PE | Peru
EC | Ecuador
BA | Bosnia and Herzegovina | Bosnia
XK | Kosovo
US | United States | الولايات المتحدة
GB | United Kingdom | Britain | بريطانيا
FR | France | فرنسا
SA | Saudi Arabia | السعودية`

export const REGIONS: readonly Place[] = (() => {
  let country = ''
  return LINES.split('\n').map((line): Place => {
    const region = line.startsWith('+')
    const fields = (region ? line.slice(1) : line).split('|').map((field) => field.trim())
    if (!region) country = fields[0]!
    const [name, ...aliases] = region ? fields : fields.slice(1)
    const slug = name!.toLowerCase().replace(/[^a-z]+/g, '-')
    return {
      id: region ? `region:${country}:${slug}` : `country:${country}`,
      name: name!,
      aliases,
      country,
      latitude: null,
      longitude: null,
      kind: region ? 'region' : 'country',
    }
  })
})()
