/** Common Arabic names with the ways they are written in Latin letters; facts of language, nobody's data. */

const MEN = `
محمد Mohammed Muhammad Mohamed Mohamad Muhammed Mohammad|أحمد Ahmad Ahmed Ahmet|محمود Mahmoud Mahmud|علي Ali Aly|حسن Hassan Hasan|حسين Hussein Hussain Husayn Hosein
إبراهيم Ibrahim Ebrahim Brahim|إسماعيل Ismail Ismaeel Ismael Esmail|يوسف Youssef Yousef Yusuf Yousif|يعقوب Yaqoub Yacoub Yaqub|إسحاق Ishaq Eshaq|موسى Musa Mousa Moussa
عيسى Isa Issa Eissa Essa|يحيى Yahya Yehia Yahia|زكريا Zakaria Zakariya|عمر Omar Umar Omer|عثمان Othman Uthman Osman|خالد Khaled Khalid|سعيد Said Saeed Saeid|سعد Saad Sad
مصطفى Mustafa Mostafa Moustafa|مرتضى Murtada Mortada|طارق Tariq Tarek Tareq|زياد Ziad Ziyad|وليد Walid Waleed|سامي Sami Samy|سامر Samer|سمير Samir Sameer|ماهر Maher|ماجد Majed Majid
جمال Jamal Gamal|جميل Jamil Jameel|كمال Kamal Kamel|كامل Kamel Kamil|عادل Adel Adil|عامر Amer Amir|أمير Amir Ameer|أمين Amin Ameen|أنس Anas|أنور Anwar Anouar|أيمن Ayman Aiman|أسامة Osama Usama
بلال Bilal Belal|بشير Bashir Basheer|باسل Basel Bassel Basil|باسم Basem Bassem Basim|بهاء Bahaa Baha|تيسير Taysir Tayseer|توفيق Tawfiq Tawfik Toufic|ثائر Thaer Thaier|جابر Jaber Jabir|جهاد Jihad Jehad
حازم Hazem Hazim|حاتم Hatem Hatim|حمزة Hamza Hamzah|حمدي Hamdi Hamdy|خليل Khalil Khaleel|خضر Khader Khidr Khodr|داود Dawud Daoud Dawood|رامي Rami Ramy|رائد Raed Raid|راشد Rashed Rashid
رشيد Rashid Rasheed|رضا Rida Reda Reza|رياض Riyad Riad|زهير Zuhair Zoheir|سليمان Suleiman Sulayman Soliman|سليم Salim Saleem|سالم Salem Salim|سفيان Sufyan Sofian|شادي Shadi Shady|شريف Sharif Sherif Shareef
صالح Saleh Salih|صلاح Salah|صبحي Subhi Sobhi|ضياء Diaa Diya Dia|طاهر Taher Tahir|طلال Talal|عباس Abbas|عدنان Adnan|عماد Imad Emad|عمار Ammar Amar|عصام Issam Essam Isam|علاء Alaa Ala|غسان Ghassan Gassan
غازي Ghazi|فادي Fadi Fady|فارس Fares Faris|فهد Fahd Fahad|فؤاد Fouad Fuad|فيصل Faisal Faysal|قاسم Qasem Qasim Kassem|قصي Qusay Qusai|كريم Karim Kareem|لؤي Louay Luay Loay|ليث Layth Laith
مازن Mazen Mazin|مالك Malek Malik|مؤمن Mumen Moamen|معاذ Muath Moaz Muadh|منير Munir Mounir|منذر Munther Monzer|نادر Nader Nadir|ناصر Nasser Naser|نبيل Nabil Nabeel|نزار Nizar|نضال Nidal Nedal|نعيم Naim Naeem
هاني Hani Hany|هشام Hisham Hesham|هيثم Haitham Haytham|وائل Wael Wail|ياسر Yasser Yasir Yaser|ياسين Yassin Yaseen Yasin|يزن Yazan|يونس Younis Yunus Younes|عبد الله Abdullah Abdallah Abdulla|عبد الرحمن Abdulrahman Abdel-Rahman Abd-al-Rahman
عبد الكريم Abdulkarim Abdel-Karim Abd-al-Karim|عبد القادر Abdulqader Abdel-Kader Abd-al-Qadir|عبد العزيز Abdulaziz Abdel-Aziz|عبد الحميد Abdulhamid Abdel-Hamid|عبد السلام Abdulsalam Abdel-Salam|نور الدين Nureddin Nour-Eddine Nur-al-Din|صلاح الدين Salahuddin Salah-Eddine Salah-al-Din`
const WOMEN = `
فاطمة Fatima Fatma Fatema|عائشة Aisha Aysha Aicha|خديجة Khadija Khadijah Khadeja|زينب Zainab Zeinab Zaynab|مريم Maryam Mariam Miriam|آمنة Amna Amina|أمينة Amina Ameena|سارة Sara Sarah|هبة Hiba Heba|هدى Huda Hoda|هناء Hanaa Hana
هند Hind|هالة Hala|نور Nour Noor Nur|نورا Noura Nora|نادية Nadia Nadya|نجلاء Najlaa Najla|ندى Nada|منى Mona Muna|منال Manal|مها Maha|ميساء Maysaa Maisa|لينا Lina Leena|ليلى Layla Leila Laila|لمى Lama|كوثر Kawthar Kawther
غادة Ghada Gada|عبير Abeer Abir|علا Ola Ula|شيماء Shaima Shaymaa|شهد Shahd Shahed|سمية Sumaya Somaya|سميرة Samira Sameera|سلمى Salma|سعاد Suad Souad|سناء Sanaa Sana|سميحة Samiha Sameeha|روان Rawan|رغد Raghad|رهف Rahaf|رنا Rana|رنيم Raneem
رؤى Roaa Ruaa|رحمة Rahma|ريم Reem Rim|ريهام Riham Reham|دعاء Duaa Doaa|دانا Dana|ديمة Dima Deema|حنان Hanan|حلا Hala|جنى Jana|جميلة Jamila Jameela|تسنيم Tasneem|بيان Bayan|بتول Batoul Batool|إيمان Iman Eman|إسراء Israa Esraa
أسماء Asmaa Asma|آية Aya Ayah|آلاء Alaa|أمل Amal|أماني Amani|وفاء Wafaa Wafa|ولاء Walaa|ياسمين Yasmin Yasmeen|يسرى Yusra Yousra|فريدة Farida Fareeda|وداد Widad Wedad|صفاء Safaa Safa|رزان Razan|سجى Saja|لجين Lujain`
const FAMILIES = `
النجار al-Najjar Najjar Alnajar|الحداد al-Haddad Haddad|الخطيب al-Khatib Alkhateeb Khatib|المصري al-Masri Almasri Masry|الشامي al-Shami Shami|الحلبي al-Halabi Halabi|الحمصي al-Homsi Homsi|البغدادي al-Baghdadi Baghdadi|العلي al-Ali Alali
الأحمد al-Ahmad Alahmad|الحسن al-Hassan Alhasan|الحسين al-Hussein Alhussain|الخالدي al-Khalidi Khaldi|السعدي al-Saadi Saadi|الزعبي al-Zoubi Zuabi|الشريف al-Sharif Sharif|الصباغ al-Sabbagh Sabbagh|الطويل al-Tawil Taweel|العمري al-Omari Omari
القاسم al-Qasem Kassem|القاضي al-Qadi Kadi|الكردي al-Kurdi Kurdi|المغربي al-Maghribi Maghrebi|النابلسي al-Nabulsi Nabulsi|الهاشمي al-Hashimi Hashemi|اليوسف al-Yousef Alyousef|بركات Barakat|بدوي Badawi Badawy|بكر Bakr Baker|جبر Jabr Jaber
حجازي Hijazi Hegazy|حمدان Hamdan|حمود Hammoud Hamoud|خلف Khalaf|درويش Darwish Darweesh|ديب Deeb Dib|رزق Rizq Rizk|زيدان Zidan Zaydan|سلامة Salama Salameh|شاهين Shaheen Shahin|شحادة Shehadeh Shihada|صقر Saqr Sakr|صبري Sabri Sabry
طه Taha|عابد Abed|عاشور Ashour Achour|عبيد Obeid Ubayd|عطا Atta Ata|عواد Awad Awwad|عوض Awad|عودة Odeh Awda|عيد Eid Id|غانم Ghanem Ghanim|فرج Faraj|فرحات Farhat|قنديل Qandil Kandeel|كنعان Kanaan Canaan|مراد Murad Mourad
منصور Mansour Mansur|ناصيف Nassif Naseef|نصر Nasr|نصار Nassar|هلال Hilal Helal|وهبة Wahba Wehbe|ياغي Yaghi|يعيش Yaish|أبو زيد Abu-Zaid Abou-Zeid|أبو عمرة Abu-Amra Abu-Amrah|أبو شمالة Abu-Shamala|أبو حمد Abu-Hamad|الجابري al-Jabri Jabiri
الرفاعي al-Rifai Rifaie|السيد al-Sayed Sayyid|الشمري al-Shammari Shamri|العبيدي al-Obaidi Obeidi|الجبوري al-Jubouri Jabouri|الدوري al-Douri Duri|التميمي al-Tamimi Tamimi|الزهراني al-Zahrani Zahrani|الغزالي al-Ghazali Ghazaly|الفارس al-Fares Alfaris
عكاوي Akkawi Akawi|قرقوط Qarqout Karkout|زيتون Zaytoun Zeitoun|دحلان Dahlan|صيام Siyam Siam|شبلاق Shublaq Shoblak|عبد الهادي Abdulhadi Abdel-Hadi|الظاهر al-Daher al-Zaher|الضاهر al-Daher Daher|عيسى Issa Eissa|موسى Mousa Musa`

export interface BilingualName {
  readonly arabic: string
  /** As it is written in Latin letters; a hyphen stands for a space or a hyphen. */
  readonly latin: readonly string[]
}

export const MEN_NAMES = namesOf(MEN)
export const WOMEN_NAMES = namesOf(WOMEN)
export const FAMILY_NAMES = namesOf(FAMILIES)

function namesOf(text: string): readonly BilingualName[] {
  return text
    .trim()
    .split(/[|\n]/)
    .map((entry) => {
      const words = entry.split(' ')
      const latinFrom = words.findIndex((word) => /^[A-Za-z]/.test(word))
      return { arabic: words.slice(0, latinFrom).join(' '), latin: words.slice(latinFrom) }
    })
}
