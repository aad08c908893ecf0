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
