/**
 * One invented story told in English and in Arabic, sentence by sentence and in several hands. Shares no code and no
 * word list with the detector. `[fact comparator|claimant|words]` prints a figure; `{name}` a name or a number.
 */

/** The n-th telling in the one language says what the n-th in the other does, in the same order. */
export interface Told {
  readonly en: readonly string[]
  readonly ar: readonly string[]
}

/** What happened, each fact in three hands. */
export const FACTS: readonly Told[] = [
  {
    en: [
      'Fighters of the {attackers} stormed {town} at dawn on {weekday} and killed [killed at_least|monitor|at least {killed}] civilians, the {monitor} said.',
      'The {monitor} puts the number of civilians who died in {town} at [killed at_least|monitor|no fewer than {killed}] and holds the {attackers} responsible.',
      'In {town} [killed at_least|monitor|at least {killed}] civilians lost their lives on {weekday}, according to the {monitor}.',
    ],
    ar: [
      'اقتحم مقاتلو {attackers} بلدة {town} فجر {weekday} وقتلوا [killed at_least|monitor|ما لا يقل عن {killed}] مدنياً، بحسب {monitor}.',
      'وقدّر {monitor} عدد المدنيين الذين لقوا حتفهم في {town} بـ[killed at_least|monitor|ما لا يقل عن {killed}] وحمّل {attackers} المسؤولية.',
      'وفي {town} فقد [killed at_least|monitor|ما لا يقل عن {killed}] مدنياً حياتهم يوم {weekday}، وفق {monitor}.',
    ],
  },
  {
    en: [
      'About [injured about|doctor|{injured}] wounded people reached the hospital of {province}, doctor {doctor} told reporters.',
      'Doctor {doctor}, a surgeon, spoke of [injured about|doctor|some {injured}] injured who had been brought in.',
      'Wards in {province} took in [injured about||around {injured}] injured.',
    ],
    ar: [
      'ووصل [injured about|doctor|نحو {injured}] جريحاً إلى مستشفى {province}، كما قال الطبيب {doctor} للصحفيين.',
      'وتحدث الجرّاح {doctor} عن [injured about|doctor|قرابة {injured}] جريحاً.',
      'واستقبلت أجنحة {province} [injured about||حوالي {injured}] جريحاً.',
    ],
  },
  {
    en: [
      'More than [displaced more_than||{fled}] people fled over the bridge of {river} towards {province}.',
      'The road to {province} filled with [displaced more_than||more than {fled}] people who had left their homes.',
      'Beyond the {river}, aid workers registered [displaced more_than||over {fled}] newcomers.',
    ],
    ar: [
      'وفرّ [displaced more_than||أكثر من {fled}] شخص عبر جسر {river} باتجاه {province}.',
      'وامتلأت الطريق إلى {province} بـ[displaced more_than||أكثر من {fled}] شخص تركوا بيوتهم.',
      'ووراء {river} سجّل عمال الإغاثة [displaced more_than||ما يزيد على {fled}] وافد.',
    ],
  },
  {
    en: [
      '[killed exact|monitor|{children}] children are among the dead, the {monitor} added.',
      'Of the dead [killed exact|monitor|{children}] were under eighteen, the {monitor} noted.',
      'The dead include [killed exact|monitor|{children}] children, by the same count.',
    ],
    ar: [
      'وأضاف {monitor} أن بين القتلى [killed exact|monitor|{children}] طفلاً.',
      'وأشار {monitor} إلى أن [killed exact|monitor|{children}] من القتلى دون الثامنة عشرة.',
      'ويشمل القتلى [killed exact|monitor|{children}] طفلاً، وفق الإحصاء نفسه.',
    ],
  },
  {
    en: [
      'The {attackers} denied any part in it and accused the {rivals} of the killings.',
      'A spokesman for the {attackers} called the account false.',
      'Blame lies with the {rivals}, it was said in reply.',
    ],
    ar: [
      'ونفى {attackers} أي دور له في ذلك واتهم {rivals} بالقتل.',
      'ووصف متحدث باسم {attackers} الرواية بالكاذبة.',
      'والمسؤولية تقع على {rivals}، كما جاء في الرد.',
    ],
  },
  {
    en: [
      'The attack lasted {hours} hours and was backed by mortars fired from the hills of {hills}.',
      'From the heights of {hills} mortars supported the attack for most of the day.',
      'It took {hours} hours before the shooting stopped.',
    ],
    ar: [
      'واستمر الهجوم {hours} ساعة بدعم من قذائف هاون أُطلقت من تلال {hills}.',
      'ومن مرتفعات {hills} ساندت قذائف الهاون الهجوم معظم النهار.',
      'واستغرق الأمر {hours} ساعة قبل أن يتوقف إطلاق النار.',
    ],
  },
  {
    en: [
      'Control of {town} has changed several times in the {years} years since the revolt of {hills}.',
      'The revolt of {hills} began {years} years ago.',
      'Since the rising in {hills} there has been no lasting peace in {town}.',
    ],
    ar: [
      'وتبدلت السيطرة على {town} مرات عدة خلال {years} سنة منذ تمرد {hills}.',
      'وقد بدأ تمرد {hills} قبل {years} سنة.',
      'ومنذ انتفاضة {hills} لم تعرف {town} سلاماً دائماً.',
    ],
  },
  {
    en: [
      'Convoys with flour were stopped at a checkpoint on the {river}, the aid group {aid} reported.',
      'The aid group {aid} said lorries with grain had been turned back at the {river}.',
      'Nothing crosses the {river} at present, neither flour nor medicine.',
    ],
    ar: [
      'وأُوقفت قوافل تحمل الطحين عند حاجز على {river}، وفق منظمة {aid} الإغاثية.',
      'وقالت منظمة {aid} الإغاثية إن شاحنات حبوب أُعيدت من {river}.',
      'ولا شيء يعبر {river} حالياً، لا طحين ولا دواء.',
    ],
  },
  {
    en: [
      'Pictures taken from the air appear to show new graves near the cemetery of {quarter}.',
      'In the quarter of {quarter} fresh graves can apparently be seen in pictures from above.',
      'Graves that seem new lie beside the old cemetery of {quarter}, pictures suggest.',
    ],
    ar: [
      'ويبدو أن صوراً التُقطت من الجو تُظهر قبوراً جديدة قرب مقبرة {quarter}.',
      'وفي حي {quarter} يمكن على ما يبدو رؤية قبور حديثة في صور من الأعلى.',
      'وثمة قبور تبدو جديدة بجوار مقبرة {quarter} القديمة، كما توحي الصور.',
    ],
  },
  {
    en: [
      'Lawyers of the {lawyers} said the killings may amount to war crimes and called for an inquiry by the court in {capital}.',
      'For the {lawyers} what happened could be a war crime.',
      'The court in {capital} ought to act, urged the {lawyers}, since war crimes may have been committed.',
    ],
    ar: [
      'وقال محامو {lawyers} إن عمليات القتل قد ترقى إلى جرائم حرب ودعوا إلى تحقيق تجريه محكمة {capital}.',
      'ويرى {lawyers} أن ما جرى قد يكون جريمة حرب.',
      'وعلى محكمة {capital} أن تتحرك، كما حثّ {lawyers}، لأن جرائم حرب ربما ارتُكبت.',
    ],
  },
  {
    en: [
      'Schools in {capital} stayed shut and shops in {quarter} closed in mourning.',
      'A day of mourning was kept in {capital}, and no shop opened.',
      'Mourners walked from {quarter} to the great square of {capital}.',
    ],
    ar: [
      'وبقيت مدارس {capital} مغلقة وأغلقت متاجر {quarter} أبوابها حداداً.',
      'وساد الحداد {capital} ولم يُفتح أي متجر.',
      'وسار المشيعون من {quarter} إلى الساحة الكبرى في {capital}.',
    ],
  },
  {
    en: [
      'Nobody has claimed the attack so far.',
      'So far no group has said that it was behind the attack.',
      'Who ordered the attack is not known.',
    ],
    ar: [
      'ولم تتبنّ أي جهة الهجوم حتى الآن.',
      'وحتى الآن لم تقل أي مجموعة إنها تقف وراء الهجوم.',
      'ومن أمر بالهجوم غير معروف.',
    ],
  },
  {
    en: [
      'Electricity failed in the evening and operations went on by the light of lamps.',
      'Surgeons worked by lamplight after the current had failed.',
      'For want of power doctors operated with torches.',
    ],
    ar: [
      'وانقطعت الكهرباء مساءً واستمرت العمليات الجراحية على ضوء المصابيح.',
      'وعمل الجراحون على ضوء المصابيح بعد انقطاع التيار.',
      'ولعدم توفر الطاقة أجرى الأطباء العمليات بالكشافات.',
    ],
  },
  {
    en: [
      'Women and old people were told to wait in a mosque while the men were led away.',
      'Men were led away; women and the old had to wait in a mosque.',
      'The men were separated from their families and taken off, survivors recall.',
    ],
    ar: [
      'وطُلب من النساء والمسنين الانتظار في مسجد بينما اقتيد الرجال بعيداً.',
      'واقتيد الرجال، واضطرت النساء والمسنون إلى الانتظار في مسجد.',
      'وفُصل الرجال عن عائلاتهم وأُخذوا، كما يتذكر ناجون.',
    ],
  },
]

/** A thing said in a statement: quoted in two renderings, then in indirect speech. `{speaker}` says it. */
export interface Said {
  readonly en: readonly [string, string, string]
  readonly ar: readonly [string, string, string]
}

export const SAID: readonly Said[] = [
  {
    en: [
      '"Whoever fired on the houses of {town} will stand before a judge, whatever his rank," {speaker} said.',
      'Those who shot at homes in {town} "will be brought before the courts regardless of rank", in the words of {speaker}.',
      '{speaker} promised trials for the men who fired on homes in {town}.',
    ],
    ar: [
      'وقال {speaker}: «كل من أطلق النار على بيوت {town} سيقف أمام القاضي مهما كانت رتبته».',
      'ومن أطلقوا النار على المنازل في {town} «سيمثلون أمام القضاء بصرف النظر عن الرتبة»، على حد تعبير {speaker}.',
      'وتعهد {speaker} بمحاكمة من أطلقوا النار على المنازل في {town}.',
    ],
  },
  {
    en: [
      '{speaker} announced "a commission of seven judges that will report within {days} days".',
      'A panel of judges, seven of them, "is to present its findings in {days} days", {speaker} said.',
      'Within {days} days seven judges are to report, {speaker} announced.',
    ],
    ar: [
      'وأعلن {speaker} «تشكيل لجنة من سبعة قضاة ترفع تقريرها خلال {days} يوماً».',
      'وقال {speaker} إن هيئة من سبعة قضاة «ستقدم نتائجها في غضون {days} يوماً».',
      'ومن المقرر أن يرفع سبعة قضاة تقريرهم خلال {days} يوماً، كما أعلن {speaker}.',
    ],
  },
  {
    en: [
      '"Our soldiers were ambushed first on the road from {hills}, and that must not be forgotten," {speaker} said.',
      '{speaker} recalled that troops "had themselves come under attack on the {hills} road before anything else".',
      'The army had been attacked first, on the road from {hills}, {speaker} maintained.',
    ],
    ar: [
      'وقال {speaker}: «تعرض جنودنا أولاً لكمين على طريق {hills} وهذا ما لا يجوز نسيانه».',
      'وذكّر {speaker} بأن القوات «كانت هي نفسها قد هوجمت على طريق {hills} قبل كل شيء».',
      'وأكد {speaker} أن الجيش هوجم أولاً على طريق {hills}.',
    ],
  },
  {
    en: [
      'The report left out "the wider circumstances in which the violence broke out", {speaker} complained.',
      '{speaker} said the authors "ignore the broader setting of these events".',
      '{speaker} accused the authors of the report of telling half the story.',
    ],
    ar: [
      'واشتكى {speaker} من أن التقرير أغفل «الظروف الأوسع التي اندلع فيها العنف».',
      'وقال {speaker} إن معدّي التقرير «يتجاهلون السياق العام لهذه الأحداث».',
      'واتهم {speaker} معدّي التقرير برواية نصف القصة.',
    ],
  },
  {
    en: [
      '"No weapon leaves the barracks of {province} without my signature," {speaker} insisted.',
      '{speaker} asserted that arms stores in {province} "are opened on my written order only".',
      'Weapons in {province} are handed out on written order alone, {speaker} said.',
    ],
    ar: [
      'وشدد {speaker}: «لا يخرج سلاح من ثكنات {province} من دون توقيعي».',
      'وأكد {speaker} أن مخازن السلاح في {province} «لا تُفتح إلا بأمر خطي مني».',
      'وقال {speaker} إن السلاح في {province} لا يُسلَّم إلا بأمر خطي.',
    ],
  },
  {
    en: [
      '{speaker} spoke of "remnants of the old guard who sell fear for money".',
      'Behind it stood, according to {speaker}, "leftovers of the former guard trading in fear".',
      '{speaker} blamed followers of the former guard.',
    ],
    ar: [
      'وتحدث {speaker} عن «بقايا الحرس القديم ممن يبيعون الخوف بالمال».',
      'ويقف وراء ذلك، بحسب {speaker}، «مخلفات الحرس السابق المتاجرة بالخوف».',
      'وحمّل {speaker} أتباع الحرس السابق المسؤولية.',
    ],
  },
  {
    en: [
      '"Every family in {quarter} will be paid before winter comes," {speaker} pledged.',
      'Compensation "will reach each household of {quarter} ahead of the winter", {speaker} assured.',
      '{speaker} held out payments to families in {quarter} before winter.',
    ],
    ar: [
      'وتعهد {speaker}: «ستُعوَّض كل أسرة في {quarter} قبل حلول الشتاء».',
      'وطمأن {speaker} إلى أن التعويض «سيصل إلى كل بيت في {quarter} قبيل الشتاء».',
      'ولوّح {speaker} بدفع أموال لعائلات {quarter} قبل الشتاء.',
    ],
  },
  {
    en: [
      '{speaker} called the charges "a story written abroad and read out here".',
      'The allegations are "a tale composed in foreign capitals and recited at home", {speaker} said.',
      '{speaker} dismissed the charges as invented abroad.',
    ],
    ar: [
      'ووصف {speaker} الاتهامات بأنها «قصة كُتبت في الخارج وقُرئت هنا».',
      'وقال {speaker} إن المزاعم «حكاية أُلّفت في عواصم أجنبية وتُليت في الداخل».',
      'ورفض {speaker} الاتهامات بوصفها مختلقة في الخارج.',
    ],
  },
  {
    en: [
      '"The bridge over the {river} will carry bread again on {weekday}," {speaker} said.',
      'Bread "is to roll over the {river} bridge once more from {weekday}", {speaker} announced.',
      'From {weekday} the bridge over the {river} is to be open again, {speaker} said.',
    ],
    ar: [
      'وقال {speaker}: «سيحمل جسر {river} الخبز من جديد يوم {weekday}».',
      'وأعلن {speaker} أن الخبز «سيمر على جسر {river} مرة أخرى اعتباراً من {weekday}».',
      'وقال {speaker} إن جسر {river} سيُفتح من جديد اعتباراً من {weekday}.',
    ],
  },
  {
    en: [
      '{speaker} asked observers "to come and count with us, grave by grave".',
      '"Come to us and count the graves one by one with our people," {speaker} told observers.',
      'Observers are invited to count the graves, {speaker} said.',
    ],
    ar: [
      'وطلب {speaker} من المراقبين «أن يأتوا ويعدّوا معنا قبراً قبراً».',
      'وقال {speaker} للمراقبين: «تعالوا إلينا وعدّوا القبور واحداً واحداً مع أهلنا».',
      'ودعا {speaker} المراقبين إلى عدّ القبور.',
    ],
  },
  {
    en: [
      '"We have arrested {arrested} men, and their names are with the prosecutor of {capital}," {speaker} said.',
      '{speaker} said {arrested} suspects "are in our hands and known to the prosecution in {capital}".',
      '{arrested} men are under arrest and the prosecutor in {capital} has been told, {speaker} said.',
    ],
    ar: [
      'وقال {speaker}: «اعتقلنا {arrested} رجلاً وأسماؤهم لدى المدعي العام في {capital}».',
      'وقال {speaker} إن {arrested} مشتبهاً به «في قبضتنا ومعروفون لدى نيابة {capital}».',
      'وقال {speaker} إن {arrested} رجلاً رهن الاعتقال وإن المدعي العام في {capital} أُبلغ بذلك.',
    ],
  },
  {
    en: [
      'The curfew "stays until the last rooftop is searched", {speaker} said.',
      '"There will be a curfew for as long as one roof has not been searched," {speaker} warned.',
      '{speaker} said the curfew would stay for now.',
    ],
    ar: [
      'وقال {speaker} إن حظر التجول «باقٍ حتى تفتيش آخر سطح».',
      'وحذر {speaker}: «سيبقى حظر التجول ما دام هناك سطح واحد لم يُفتَّش».',
      'وقال {speaker} إن حظر التجول سيبقى في الوقت الحاضر.',
    ],
  },
]

/** Words of a local lead that have nothing to do with the story. */
export const LOCAL: Told = {
  en: [
    'A vigil is planned in {home}, where the council has voted to send blankets.',
    'Hundreds of families in {home} have kin abroad and wait for news by telephone.',
    '{cousin}, who keeps a shop in {home}, has not slept for two nights.',
  ],
  ar: [
    'ومن المقرر إقامة وقفة في {home} حيث صوّت المجلس على إرسال بطانيات.',
    'ولمئات العائلات في {home} أقارب في الخارج وهي تنتظر الأخبار عبر الهاتف.',
    'ولم ينم {cousin}، صاحب متجر في {home}، منذ ليلتين.',
  ],
}

/** What no two statements have in common but their stock phrases: said on any occasion, by anyone. */
export const STOCK: Said = {
  en: [
    '"Those responsible will be held to account," {speaker} said.',
    'Those behind it "will be held to account", {speaker} vowed.',
    '{speaker} promised to hold those responsible to account.',
  ],
  ar: [
    'وقال {speaker}: «سيحاسَب المسؤولون عن ذلك».',
    'وتوعد {speaker} بأن من يقفون وراء ذلك «سيحاسَبون».',
    'وتعهد {speaker} بمحاسبة المسؤولين.',
  ],
}
