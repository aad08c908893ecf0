# Ýüz tutan adam ýüz tutandan soň işi bilen näme edip bilýär.

case-step-held-up = Bu iş üçin örän köp kod synalyp görüldi. On bäş minut garaşyp, ýene synanyşyň. Iş barybir dowam edýär.

## Yzyna almak
receipt-withdrawal-title = Yzyna almak kody
receipt-withdrawal = Yzyna almak kody
receipt-withdrawal-what = Bu kod bolmasa, ýüz tutmaňyzy şu ýerde hiç kim yzyna alyp bilmeýär: ne edara, ne-de gizlin kodyňyzy bilen adam.
receipt-withdrawal-apart = Köp adama ol hiç haçan gerek bolmaýar. Yzyna almaga mejbur ederler diýip gorksaňyz, ony ýanyňyz bilen asla alyp gitmäň.
receipt-withdrawal-lost = Bu giriş tamamlanandan soň ony gaýtadan alyp bolmaýar. Ol bolmasa, ýüz tutma öňküsi ýaly dowam edýär.
receipt-withdrawal-show = Yzyna almak koduny görkezmek
case-next-withdraw = Ýüz tutmany yzyna almak
case-next-withdraw-hint = Diňe yzyna almak kody bilen. Üç günüň içinde bu ädimi ýatyryp bolýar.
case-withdraw-lead = Şondan soň edara jogap bermäge borçly bolmaýar. Jogap diňe öz islegiňiz bilen gerek däl bolsa, yzyna alyň.
case-withdraw-pressure-title = Yzyna al diýip size aýdyldymy?
case-withdraw-pressure = Size basyş etmäge hiç kimiň haky ýok: ne edaranyň, ne ýolbaşçyňyzyň, ne-de olaryň iberen garyndaşynyň. Yzyna almak üçin ýagşylyk ýa-da haýbat kanuna garşydyr; bir zat edilmegi üçin ýüz tutmany yzyna almak hökman däl.
case-withdraw-pressure-how = Şonda-da mejbur bolsaňyz, alyň we ýeke galan badyňyza bu ädimi ýatyryň. Onuň üçin kod gerek däl.
case-withdraw-not-answered = Yzyna alnan ýüz tutma edaranyň sanlarynda hiç haçan jogap berlen hökmünde hasaplanmaýar.
case-withdraw-back = Şu gün yzyna alnan ýüz tutmany gaýtaryp bolýan iň soňky gün: { $day }. Şonda öňki möhlet ýene güýje girýär.
case-withdraw-again = Yzyna almak hiç zady gadagan etmeýär: şol mesele barada islän wagtyňyz ýene ýazyp bilersiňiz.
case-withdraw-none-title = Bu ýüz tutmanyň yzyna almak kody ýok
case-withdraw-none = Ol kodsuz ýa-da şeýle kodlar peýda bolmanka berildi. Şonuň üçin ony şu ýerde hiç kim, siz hem yzyna alyp bilmeýärsiňiz; kody soň hem berip bolmaýar. Jogap indi gerek däl bolsa, muny goşmaça beýan bilen aýdyp bilersiňiz; edara barybir jogap bermeli.
case-withdraw-code = Yzyna almak kody
case-withdraw-code-hint = Ýüz tutanyňyzda görkezilen on iki harp we san
case-withdraw-code-wrong-shape = Kody barlaň: onda on iki harp we san bar. Gizlin kod we ýagdaý kody başga kodlardyr
case-withdraw-code-not-accepted = Bu kod şu ýüz tutmanyň yzyna almak kody däl
case-withdraw-send = Yzyna almak
case-next-revoke = Yzyna alanyňyzy ýatyrmak
case-next-revoke-hint = Ýüz tutma yzyna alynmadyk ýaly dowam edýär.
case-revoke-lead = Ýüz tutmaňyz dowam edýär we edara ýene jogap bermeli bolýar. Ne kod, ne-de düşündiriş gerek.
case-revoke-since = Yzyna alnan güni: { $day }.
case-revoke-until = Ýatyryp bolýan iň soňky gün: { $day }.
case-revoke-due = Ýene güýje girýän öňki möhlet: { $day }.
case-revoke-send = Ýatyrmak
desk-withdrawn = Yzyna alyndy
desk-withdrawn-until = Ýüz tutan adamyň muny ýatyryp biljek iň soňky güni: { $day }. Başga hiç kim ýatyryp bilmeýär we ondan bu ädimi etmezligi soramaga hiç kimiň haky ýok.

## Edildimi?
case-next-rate = Edilendigini ýa-da edilmändigini aýtmak
case-next-rate-hint = Bir sorag, bir gezek. Jogap bermek hökman däl.
case-rate-lead = Edara jogap berdi. Size gerek bolan zat edildimi? Jogabyňyz adyňyzsyz edaranyň sanlaryna goşulýar we siziň hereketiňiz hökmünde ýazga girýär.
case-rate-dispute = «Ýok» diýen jogap möhleti üýtgetmeýär. Jogap asla jogap däl bolsa, ony jedelleşiň: şonda edara gaýtadan jogap bermeli bolýar.
case-rate-answer = Edildimi?
case-rate-answer-missing = Jogaplaryň birini saýlaň
case-rate-answer-option-done = Hawa
case-rate-answer-option-partly-done = Bölekleýin
case-rate-answer-option-not-done = Ýok
case-rate-answer-option-do-not-ask = Menden bu barada soralmagyny islämok
case-rate-send = Ibermek
act-rating = Edildimi
act-rating-done = Hawa
act-rating-partly-done = Bölekleýin
act-rating-not-done = Ýok

## Pozmak
case-next-erase = Bir zadyň pozulmagyny soramak
case-next-erase-hint = Tekstler, faýllar ýa-da adyňyz. Üç gün oýlanyp bilersiňiz.
case-erase-lead = Ýazanlaryňyzyň, faýllaryňyzyň ýa-da adyňyzyň bu işden pozulmagyny sorap bilersiňiz. Muny edaranyň başlygy çözýär.
case-erase-stays-title = Pozmagyň edip bilmeýän zady
case-erase-stays-record = Ýüz tutmanyň bolandygy, seneleri we nähili tamamlanandygy açyk ýazgyda galýar: soň muny hiç kim inkär edip bilmez.
case-erase-stays-copies = Kimdir biriniň göçüren, çap eden ýa-da başga ýerde okan zadyny yzyna alyp bolmaýar.
case-erase-stays-proof = Takyk sözleri şu ýerde indi subut edip bolmaýar. Gerek bolup biljek bolsa, açyş faýlyny saklaň.
case-erase-think-title = Oýlanmaga üç gün
case-erase-think = Şu gün soralsa, şu gün geçýänçä hiç zat pozulmaýar: { $day }. Çözülýänçä haýyşyňyzy yzyna alyp bilersiňiz.
case-erase-pressure = Sözleriňizi pozdurmaga sizi mejbur etmäge hiç kimiň haky ýok. Häzir size seredilýän bolsa, soraň we soň haýyşyňyzy yzyna alyň.
case-erase-scope = Näme pozulsyn?
case-erase-scope-hint = Birnäçesini saýlap bolýar
case-erase-scope-missing = Näme pozulmalydygyny saýlaň
case-erase-scope-option-texts = Tekstler: meniň ýazanlarym we edaranyň jogaplary
case-erase-scope-option-attachments = Faýllar
case-erase-scope-option-identity = Adym, salgym we aragatnaşygym. Şonda iş hasabymyň sanawyndan hem aýrylýar we ony diňe belgi bilen gizlin kod açýar
case-erase-decided = Başlyk kanundaky esas boýunça ret edip biler. Şonda haýsy esasdygyny bilersiňiz.
case-erase-send = Soramak
case-next-keep = Pozmak haýyşyny yzyna almak
case-next-keep-hint = Şonda hemme zat bolşy ýaly galýar.
case-keep-asked = Soralan güni: { $day }.
case-keep-until = Şu gün geçýänçä hiç zat pozulmaýar: { $day }.
case-keep-lead = Ne kod, ne-de düşündiriş gerek. Islän wagtyňyz ýene sorap bilersiňiz.
case-keep-send = Yzyna almak
act-added-document = Resminama
act-added-statement = Beýan
act-added-correction = Düzediş
act-added-erasure-asked = Pozmak haýyşy
act-added-erasure-taken-back = Pozmak haýyşy yzyna alyndy
act-added-erasure-refused = Pozmak haýyşy ret edildi
act-erasure-scope = Näme
act-erasure-scope-texts = Tekstler
act-erasure-scope-attachments = Faýllar
act-erasure-scope-identity = Ady, salgysy we aragatnaşygy
act-erasure-case-is-open = Iş entek tamamlanmady, onsuz jogap berip bolmaýar
act-erasure-court-proceedings-pending = Işe kazyýet seredýär
act-erasure-law-requires-keeping = Kanun ony saklamagy talap edýär
act-erasure-needed-for-legal-claim = Ol kanun boýunça talap üçin gerek
act-erasure-another-applicant-needs-it = Ol siz bilen bile ýüz tutan başga adama gerek
act-erased-part-texts = Şu ýerde duran tekst pozuldy.
act-erased-part-attachments = Şu ýerde duran faýllar pozuldy.
act-erased-part-identity = Ýüz tutan adamyň ady pozuldy.
desk-erasures-title = Pozmak haýyşlary
desk-erasures-lead = Ýüz tutan adamlaryň öz işlerinden näme pozulmagyny soraýandygy. Muny başlyk çözýär; şoňa çenli adam haýyşyny yzyna alyp bilýär.
desk-erasures-none = Çözgüde garaşýan ýok
desk-erasures-none-how = Haýyş edilen badyna şu ýerde görner.
desk-erasures-asked = Soralan güni
desk-erasure-title = Bu işden pozmak
desk-erasure-not-asked = Ýüz tutan adam bu ýerde hiç zat soramady.
desk-erasure-asked = Ýüz tutan adamyň soran güni: { $day }. Näme soralýar:
desk-erasure-wait-title = Entek ir
desk-erasure-wait = Ýüz tutan adam oýlanyp biler. Şu gün geçenden soň çözüp bolýar: { $day }.
desk-erasure-grant = Pozmak
desk-erasure-grant-lead = Pozulan zat gaýdyp gelmez, ätiýaçlyk göçürmeden hem gelmez. Hereketler, seneleri we kodlary galýar.
desk-erasure-grant-send = Hemişelik pozmak
desk-erasure-refuse = Ret etmek
desk-erasure-refuse-send = Pozmagy ret etmek
desk-keep-ground = Esas
desk-keep-ground-missing = Esasy saýlaň
desk-keep-ground-option-case-is-open = Iş entek tamamlanmady, onsuz jogap berip bolmaýar
desk-keep-ground-option-court-proceedings-pending = Işe kazyýet seredýär
desk-keep-ground-option-law-requires-keeping = Kanun ony saklamagy talap edýär
desk-keep-ground-option-needed-for-legal-claim = Ol kanun boýunça talap üçin gerek
desk-keep-ground-option-another-applicant-needs-it = Ol bile ýüz tutan başga adama gerek
desk-keep-text = Ýüz tutan adam üçin söz
desk-keep-text-hint = Haýsy kanun, haýsy iş ýörediş, haçana çenli
desk-erasure-order = Ýüz tutan adam soramasa-da pozmak
desk-erasure-order-lead = Diňe kazyýetiň çözgüdi bilen, saklamak möhleti gutaranda ýa-da başga adamy goramak üçin. Ýazgy esasy we muny başlygyň edendigini görkezýär.
desk-erasure-order-send = Hemişelik pozmak
desk-order-order-ground = Esas
desk-order-order-ground-missing = Esasy saýlaň
desk-order-order-ground-option-court-order = Kazyýet şeýle çözdi
desk-order-order-ground-option-third-person = Başga adamy goramak üçin
desk-order-order-ground-option-retention-ended = Saklamak möhleti gutardy
desk-order-order-scope = Näme
desk-order-order-scope-missing = Näme pozulmalydygyny saýlaň
desk-order-order-scope-option-texts = Tekstler
desk-order-order-scope-option-attachments = Faýllar
desk-order-order-scope-option-identity = Ady, salgysy we aragatnaşygy
desk-order-order-reference = Haýsy çözgüt ýa-da düzgün
desk-order-order-reference-hint = Belgisi we senesi. Ony ýüz tutan adam okaýar
desk-order-order-reference-missing = Haýsy çözgütdigini ýa-da düzgündigini ýazyň

## Ýokary ýer
case-next-higher = Ýokary ýere ýüz tutmak
case-next-higher-hint = Ýokarky edarada, prokuraturada ýa-da Adalatçyda täze iş; şu ýerde ýazylan zat olara görünýär.
case-higher-to = Nirä barýar
case-higher-to-missing = Nirä barýandygyny saýlaň
case-higher-to-not-accepted = Bu ýol eýýäm ýapyk: başgasyny saýlaň
case-higher-to-option-higher-body = Ýokarky edara
case-higher-to-option-prosecutor = Prokuratura
case-higher-to-option-ombudsman = Adalatçy
case-higher-does-higher-body = Işi özi çözüp, jogaby ýatyryp bilýär.
case-higher-does-prosecutor = Kanunyň berjaý edilendigini barlaýar, bozulmagyny bes etmegi talap edip bilýär. Işiň özüni çözmeýär.
case-higher-does-ombudsman = Hukuklaryňyzyň berjaý edilendigini barlaýar, maslahat berýär. Jogaby ýatyrmaýar.
case-higher-no-term = Möhlet ýok.
case-higher-until = Muny edip bolýan iň soňky gün: { $day }.
case-higher-why = Näme üçin şol güne çenli
case-higher-why-months = Çözgüdiň girizilen güni: { $from }. Oňa garşy { $months } aýyň içinde ýüz tutup bolýar, iň soňky gün: { $ends }.
case-higher-silence = Jogabyň möhleti { $day } boldy, jogap gelmedi. Dymma dowam edýänçä ol ýere ýüz tutup bilersiňiz.
case-higher-new = Bu aýratyn iş: öz belgisi, kodlary we möhleti bar.
case-higher-history = Täze işi alan onuň şu işi dowam etdirýändigini görýär we şu ýerde ýazylany okap bilýär. Açan adam muny ýazga girizýär.
case-higher-name = Adyňyz bile gidýär: şu ýerdäki ýaly görkezilen ýa-da ýapyk.
case-higher-old = Bu iş bolşy ýaly galýar. Jogaby şu ýerde hem jedelleşip bilersiňiz.
case-higher-subject = Näme barada
case-higher-subject-missing = Näme baradadygyny birnäçe söz bilen ýazyň
case-higher-text = Näme üçin razy däl
case-higher-text-hint = Jogapda näme nädogry ýa-da jogabyň gelmändigi, näme soraýandygyňyz
case-higher-text-missing = Näme üçin razy däldigiňizi ýazyň
case-higher-send = Ibermek
case-linked-title = Bile degişli işler
case-linked-earlier = Dowam etdirýän işi
case-linked-later = Muny dowam etdirýän iş
act-appealed-to = Nirä
desk-earlier-title = Öňki iş
desk-earlier-lead = Ýüz tutan adam şu işden soň şu ýere ýüz tutdy. Onuň tekstleri aýratyn hereket bilen aýratyn açylýar.

## Kim seretdi
case-readings-title = Tekstleriňizi kim açdy
case-readings-count = { $count ->
        [0] Iş stolunda entek hiç kim açmady
       *[other] Iş stolunda açylan gezegi: { $count }
    }
case-readings-lead = Wezipeli adam tekstleri ýa-da adyňyzy açan her gezeginde, ol bir söz görmezden öň bu açyk ýazga girizilýär. Onuň siziň işiňiz baradadygyny diňe siz şu ýerde görýärsiňiz.
case-readings-none = Entek hiç kim hiç zat açmady
case-readings-none-how = Kimdir biri açan badyna şu ýerde güni, wezipesi we ýazgysy görner.
case-readings-when = Haçan
case-readings-who = Wezipe
case-readings-what = Näme
case-readings-entry = Ýazgy
case-readings-queued = garaşýar
case-readings-texts = Tekstler we faýllar
case-readings-identity = Adyňyz
case-readings-limit = Kimdir biriniň iş stolundan daşary, maglumat binýadynyň özünde ýa-da kagyzda okany şu ýerde görünmeýär.

## Döwletiň aýdýany
stated-title = Ýatyrylan jogaplar we ýüz tutan adamlaryň sözi
stated-mark = Döwletiň aýdýany
stated-mark-why = Açyk ýazgy edaranyň haçan jogap berendigini görkezýär, näme diýendigini görkezmeýär. Bu sanlar döwletiň öz sözi: şu ýerdäki başga sanlardan tapawutlylykda, olary daşyndan gaýtadan hasaplap bolmaýar.
stated-none = Bu döwürde hiç zat çözülmedi
stated-none-how = Edara ilkinji çözgüdi bilen şu ýerde görner.
stated-column-decided = Çözüldi
stated-column-takenHigher = Ýokara ýüz tutuldy
stated-column-overturned = Ýatyryldy
stated-column-ratedDone = «Edildi»
stated-column-ratedPartlyDone = «Bölekleýin»
stated-column-ratedNotDone = «Edilmedi»
stated-outcomes = Edaralaryň näme çözendigi, netijeler we esaslar boýunça:
stated-few = görkezilmeýär
stated-overturned = Ýatyryldy: ýüz tutan adam çözgüt boýunça ýokarky edara ýüz tutdy, ol bolsa aşakky edaranyň etmedik zadyny doly ýa-da bölekleýin kanagatlandyrdy. Güýjünde galmadyk çözgüdiň döwründe hasaplanýar.
stated-rated = Ýüz tutan adamlaryň sözi: jogapdan soň her kim edilendigini ýa-da edilmändigini bir gezek aýdyp biler. Köpüsi hiç zat aýtmaýar.
stated-small = 1-den 4-e çenli sanlar hiç kimi görkezmez ýaly görkezilmeýär. Bir san beýlekilerden hasaplanyp bilinjek bolsa, olaryň käbiri, şol sanda nollar hem görkezilmeýär.

## Gelenler
inbox-count = Işleriň sany: { $count }.
inbox-asked-count = size garaşýan: { $count }
inbox-fresh-count = täze zat bar: { $count }
inbox-news = Soňky gelşiňizden bäri
inbox-next = Indiki sene
inbox-overdue = möhleti geçdi
inbox-fresh = Täze: { $count }.

## API
api-problem-no-such-file = Bu hereketiň şeýle atly faýly ýok.

## Kagyzda
paper-slip-title = Ýüz tutmaňyz
paper-slip-link = Çap etmek üçin sahypa: belgi, ýagdaý kody, indiki sene
paper-slip-where = Işiň nirededigi belgini we ýagdaý koduny şu ýere ýazan adama görkezilýär:
paper-next-date = Indiki sene
paper-small-title = Kagyz üçin kiçi kod
paper-small-what = Çap etmek üçin kwadrat. Onuň bilen açyk ýazgynyň göçürmesi bolan islendik adam bu hereketiň onda üýtgemän durandygyny döwletden soramazdan görkezip bilýär.
paper-small-none-how = Hereket açyk ýazgyda öz belgisini alan badyna ony ýasap bolýar. Birnäçe minutdan ýene serediň.
paper-full-title = Kagyz üçin doly kod
paper-full-what = Aýratyn sahypada uly kwadrat, subutnama we şaýatlar onuň içinde: ol ýazgynyň göçürmesi bolmazdan barlanýar. Ony şu ýerdäki ululykda, azyndan ýedi santimetr edip çap ediň.
paper-full-none-how = Şaýatlar gol çeken badyna ony ýasap bolýar. Birnäçe minutdan ýene serediň. Subutnama kwadrat üçin örän uzyn bolsa, dil hatyny faýl görnüşinde ýükläň.
paper-code-who = Onda ne tekstiňiz, ne-de adyňyz bar. Ony tapan adam kimdir biriniň bu edara ýüz tutandygyny, haçan ýüz tutandygyny we edaranyň haçana çenli jogap bermelidigini bilýär.
paper-code-none = Kod entek ýok
paper-code-alt = Dil haty bolan kwadrat kod
paper-code-check = Ol nähili barlanýar
paper-code-check-how = Kwadraty islendik telefon bilen okaň, harplary faýla ýazyň we faýly barlagçynyň programmasyna beriň:
