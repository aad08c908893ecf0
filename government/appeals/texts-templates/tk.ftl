# Edaranyň jogaplary üçin taýýar saklaýan tekstleri.

desk-templates = Taýýar jogap tekstleri
desk-templates-lead = Köp berilýän soraglar üçin tekstler. Şu edaranyň işgäri taýýar teksti jogaba goşýar we laýyk gelmeýän ýerini üýtgedýär. Bu ýerde hiç kimiň adyny ýazmaň: taýýar tekst hiç bir işe degişli däl.
desk-templates-none = Heniz taýýar tekst ýok.
desk-templates-none-how = Ilkinjisini aşakda ýazyň. Ol şu edaranyň her jogabynyň ýanynda görünýär.
desk-templates-full = Taýýar tekstler: { $count }. Edara mundan köpüni saklap bilmeýär. Başgasyny ýazmazdan öň birini pozuň.
desk-template-new = Täze taýýar tekst
desk-template-change = Taýýar teksti üýtgetmek
desk-template-name = Ady
desk-template-name-hint = Işgärler ony şu at bilen tapýar. Ýüz tutan adamlar ony görmeýär.
desk-template-for = Haýsy jogaplar üçin
desk-template-for-all = islendik jogap
desk-template-outcome = Diňe şu netije bilen
desk-template-outcome-hint = Saýlanmasa, islendik netijä laýyk.
desk-template-kind = Diňe ýüz tutmanyň şu görnüşi üçin
desk-template-kind-hint = Saýlanmasa, islendik görnüşe laýyk. Laýyk gelmeýän ýerinde beýlekilerden soň durýar.
desk-template-languages = Dilleri
desk-template-changed = Üýtgedilen güni
desk-template-text-tk = Türkmençe tekst
desk-template-text-tk-hint = Ýüz tutma haýsy dilde bolsa, jogap hem şol dilde berilýär. Üç tekstiň azyndan birini ýazyň.
desk-template-text-tk-missing = Teksti azyndan bir dilde ýazyň
desk-template-text-ru = Rusça tekst
desk-template-text-en = Iňlisçe tekst
desk-template-send = Taýýar teksti saklamak
desk-template-remove = Bu taýýar teksti pozmak
desk-template-remove-what = Ony yzyna getirip bolmaýar. Onuň bilen ýazylan jogaplarda tekst galýar.
desk-template-remove-send = Hemişelik pozmak
desk-template-done-write = Taýýar tekst saklandy
desk-template-done-write-what = Indi ol şu edaranyň her jogabynyň ýanynda bar.
desk-template-done-remove = Taýýar tekst pozuldy
desk-template-done-remove-what = Onuň bilen ýazylan jogaplarda tekst galdy.
desk-refused-template-gone = Bu taýýar tekst indi ýok. Ýazanyňyz şu ýerde dur; başgasyny saýlaň ýa-da onsuz dowam ediň.
desk-refused-template-changed = Bu taýýar teksti şol arada başga biri üýtgetdi. Siziň tekstiňiz şu ýerde dur, emma heniz saklanmady; taýýar teksti ikinji penjirede açyň, deňeşdiriň we düwmä täzeden basyň.
desk-refused-template-name-taken = Başga taýýar tekstiň ady hem şeýle. Ikisini tapawutlandyryp boljak ady saýlaň.
desk-refused-template-too-long = Taýýar tekst goşulmady: jogap örän uzyn bolardy. Ýazanyňyz şu ýerde dur; ony gysgaldyň we düwmä täzeden basyň.
desk-refused-templates-full = Taýýar tekst saklanmady: edara mundan köpüni saklap bilmeýär. Tekstiňiz şu ýerde dur; ikinji penjirede birini pozuň we düwmä täzeden basyň.

## Beside a reply
desk-reply-templates = Şu edaranyň taýýar tekstleri
desk-reply-templates-what = Tekst jogabyňyzyň soňuna goşulýar. Ýazanyňyz öňküsi ýaly galýar.
desk-reply-templates-others = Başga jogaplar üçin taýýar tekstler: { $count }
desk-reply-template-insert = Goşmak: { $name }
desk-reply-template-other-language = Ýüz tutmanyň dilinde däl:
