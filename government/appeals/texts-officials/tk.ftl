# Maşyn ýazan tekst: ene dili türkmen dili bolan adam entek barlamady (GLOSSARY.md).

## Ret jogabynyň yzynda iki adam
desk-check-two-title = Ret jogaby üçin ikinji adam gerek
desk-check-two = Ony şu edaranyň başga işgäri alýar we hut şu sözleri hem faýllary okaýar. Diňe ol tassyklanda ret jogabyna gol çekilýär, ol iberilýär we açyk ýazga girýär. Şoňa çenli möhlet dowam edýär.
desk-check-propose = Ikinji adama bermek
desk-refusal-title = Okalmaly ret jogaby
desk-refusal-written-by = Ýazan: { $post }
desk-refusal-digest = Şu sözleriň we faýllaryň yzy:
desk-refusal-not-yours = Ýazan adam özi tassyklamaýar. Ony şu edaranyň başga işgäri okaýar.
desk-refusal-approve-title = Siz bu sözlere jogap berýärsiňiz
desk-refusal-approve-what = Edara olara gol çekýär, olar iki wezipe bilen açyk ýazga girýär we iş tamamlanýar. Muny yzyna alyp bolmaýar.
desk-refusal-approve = Tassyklap ibermek
desk-refusal-return-title = Ýa-da gaýtaryp bermek
desk-refusal-return = Ýazana gaýtarmak
desk-refusal-waits-title = Ret jogaby ikinji adama garaşýar
desk-refusal-waits = Ýazan: { $post }, { $day }. Başga işgär tassyklaýança hiç zat iberilmeýär we möhlet dowam edýär.
desk-refusal-read = Ret jogabyny okamak
desk-refusal-read-after = Ony okamak üçin ilki şu sahypada tekstleri açyň.
desk-refusal-take-back = Yzyna almak
desk-refusal-returned = Ret jogaby gaýdyp geldi: { $post }, { $day }
desk-return-reason = Näme üçin gaýtarylýar
desk-return-reason-hint = Muny diňe ýazan adam okaýar.
desk-done-propose = Ret jogaby ikinji adama garaşýar
desk-done-take-back = Ret jogaby yzyna alyndy
desk-done-approve = Ret jogaby tassyklandy we iberildi
desk-done-return = Ret jogaby ýazana gaýtaryldy
desk-done-here = Muny diňe şu iş stoly görýär; hiç zat iberilmedi we açyk ýazga girmedi.
desk-refused-writer-cannot-approve = Bu ret jogabyny siz ýazdyňyz. Ony edaranyň başga işgäri okap tassyklamaly.
desk-refused-second-person-needed = Ret jogaby üçin ikinji adam gerek. Ony ýene bir gezek okalýan sahypadan iberiň.
desk-refused-no-second-person-needed = Bu jogap üçin ikinji adam gerek däl. Ony täzeden ýazyp iberiň.
desk-refused-refusal-waits = Bu işiň ret jogaby ikinji adama garaşýar. Ilki ony yzyna alyň ýa-da beýleki işgäre garaşyň.
desk-refused-no-refusal-waits = Bu ýerde garaşýan ret jogaby indi ýok. Işiň häzirki ýagdaýyna serediň.
desk-refused-refusal-changed = Ret jogaby şol wagtda täzeden ýazyldy. Ony okaň, soňra karar beriň.
act-two-people = Munuň yzynda iki işgär dur: biri ýazdy, beýlekisi okap tassyklady.

## Diňlemek
desk-act-hearing = Diňlemek üçin gün bellemek
desk-act-hearing-hint = Arza beren edaranyň näme karar etjekdigini öňünden görýär we jogap berip bilýär.
desk-hearing-lead = Soranyndan azyny aljak adam deslapky karary görýär we karardan öň diňlenýär.
desk-hearing-earliest = Iň ir gün: { $day }. Oňa çenli azyndan { $notice } bolmaly.
desk-hearing-place = Ýeri:
desk-hearing-on = Diňlenilýän gün
desk-hearing-on-hint = Meselem: 2026-12-01
desk-hearing-on-wrong-shape = Güni şeýle ýazyň: 2026-12-01
desk-hearing-text = Edara näme karar etjek we näme üçin
desk-hearing-text-hint = Sagadyny we otagyny hem ýazyň. Diňe arza beren we şu edara okaýar.
desk-hearing-send = Güni bellemek
desk-done-hearing = Diňlenilýän gün bellendi
desk-refused-hearing-too-soon = Arza bereniň wagty az bolardy. Iň ir gün: { $day }; şony ýa-da has giç güni saýlaň.
desk-refused-hearing-after-due = Jogap şondan öň berilmeli: { $day }. Has ir güni saýlaň.
desk-refused-hearing-on-day-off = Bu edaranyň dynç güni. Iş gününi saýlaň.
desk-refused-hearing-ahead = Diňlenilýän gün: { $day }. Ilki arza bereni diňläň; şol günden başlap işe jogap berip ýa-da ony birleşdirip bolýar.
act-hearing-on = Diňlenilýän gün
act-hearing-place = Ýeri
act-hearing-answer = Gelip aýdyp bilersiňiz ýa-da ýazmaça jogap berip bilersiňiz: şu sahypada goşmaça ýazyň.

## Anyklama
desk-clarify-left =
    { $times ->
        [0] Indi hiç bir sorag möhleti saklap bilmeýär.
       *[other] Möhlet ýene saklanyp biler: iş güni { $days }, sorag { $times }. Kanunyň jemi rugsady: gün { $daysMax }, sorag { $timesMax }; arza berene gerek bolmadyk günler yzyna gaýdýar.
    }

## Iberilen we birleşdirilen işler
desk-forwardings = Iberilen gezegi: { $count }. Kimden kime
desk-refused-others-merged-into-it = Bu iş bilen başga ýüz tutmalar birleşdirildi, olaryň jogaby şunuň bilen barýar. Şu ýerde jogap beriň; gerekli maglumaty başga edaradan soraň.
desk-merged-title = Birleşdirilen ýüz tutmalar
desk-merged-in = Bu ýüz tutma şunuň bilen birleşdirildi:
desk-merged-in-owed = Oňa barybir öz jogaby berilýär: şol ýüz tutma bilen bile ýa-da şu ýerde.
desk-merged-here = Şu ýüz tutma bilen birleşdirilenler; jogap olaryň her birine hem barýar:
desk-merged-answered = jogap berildi
desk-merged-waits = jogaba garaşýar
desk-done-merge = Ýüz tutmalar birleşdirildi
desk-refused-merge-with-itself = Bu şol bir ýüz tutma. Başgasyny saýlaň.
desk-refused-merge-elsewhere = Beýleki ýüz tutma başga edarada. Diňe şu iş stolundakylary birleşdiriň.
desk-refused-merge-other-language = Ýüz tutmalar dürli dilde, jogap hersine öz dilinde berilýär. Olara aýry-aýry jogap beriň.
desk-refused-merge-into-later = Beýleki ýüz tutmanyň möhleti giçräk: birleşdirmek sebäpli hiç kim köp garaşmaly däl. Tersine birleşdiriň.
desk-refused-merge-into-closed = Beýleki ýüz tutma tamamlandy. Muňa aýratyn jogap beriň.
desk-refused-merge-not-now = Bu işiň ret jogaby garaşýar ýa-da oňa başgalar birleşdirildi. Ilki şony çözüň ýa-da tersine birleşdiriň.
act-merged-into = Birleşdirilen iş

## Ýokary galdyrylan işler
act-escalated = Başlyga habar berildi: möhlet ýakyn ýa-da geçdi
act-escalated-step = Näçe galdy
act-escalated-three-working-days = Galan iş güni üçden köp däl
act-escalated-one-working-day = Galan iş güni birden köp däl
act-escalated-left = Iň köp galan wagt: { $term }
act-escalated-expired = Möhlet geçdi

## The queue
desk-show-approve = Tassyklanmaly
desk-empty-approve = Hiç bir ret jogaby size ikinji adam hökmünde garaşmaýar.

## Repeats
desk-merge-title = Şol bir zat bolup biljek ýüz tutmalar
desk-merge-lead = Şol bir dildäki soňky açyk ýüz tutmalaryň tekstleri we adyny görkezýänleriň hasaplary deňeşdirilýär. Bu ýerde hiç kimiň teksti ýa-da ady görkezilmeýär. Birleşdirmezden öň ikisini hem açyp okaň.
desk-merge-none = Muňa meňzeş açyk ýüz tutma ýok.
desk-merge-none-how = Gaýtadan ýa-da köpçülik bolup şol bir sözler bilen berlenler şu ýerde görünýär.
desk-merge-likeness = Umumy sözler
desk-merge-what = Näme edip bolýar
desk-merge-send = Şonuň bilen birleşdirmek
desk-merge-other-way = Ony şunuň bilen birleşdirmek
desk-merge-same-applicant = şol bir arza beren

## Filters, many at once, what was passed on
desk-show-overdue = Möhleti geçenler
desk-show-near = 3 iş gününiň içinde
desk-show-waiting = Arza berene garaşýanlar
desk-show-forwarded = Iberilenler
desk-empty-overdue = Möhleti geçen açyk iş ýok.
desk-empty-near = Möhleti üç iş gününiň içinde dolýan iş ýok.
desk-empty-waiting = Arza berene garaşýan iş ýok.
desk-narrow = Diňe bir bölegini görkezmek
desk-narrow-send = Görkezmek
desk-bulk-title = Bellenen işleri wezipä bermek
desk-bulk-send = Bellenenleri bermek
desk-bulk-back = Nobata gaýdyp barmak
desk-bulk-done = Berildi: { $count }. Wezipe: { $post }
desk-bulk-not = Berilmedi: { $count }
desk-refused-bulk-nothing-chosen = Hiç zat berilmedi. Azyndan bir işi belläň, wezipäni saýlaň we düwmä täzeden basyň.
desk-forwarded-lead = Bu edaranyň başgalara iberenleri. Olaryň tekstlerini bu ýerde indi açyp bolmaýar.
desk-empty-forwarded = Bu edara hiç bir işi ibermedi.
desk-empty-forwarded-how = Şu iş stolundan iberilenler şu ýerde görünýär.
desk-forwarded-day = Iberilen güni
desk-forwarded-to = Kime
desk-forwarded-holder = Häzir kimde
desk-forwarded-stub = Bu edara şu işi başga edara iberdi
desk-forwarded-stub-what = Oňa başga edara seredýär we jogap berýär. Tekstlerini bu ýerde indi açyp bolmaýar.
desk-overview-raised = Başlyga habar berlen işler: möhlet ýakyn ýa-da geçdi
desk-overview-raised-none = Habar berlen açyk iş ýok.
desk-overview-raised-none-erasures = Möhleti geçen öçürmek haýyşy ýok.
desk-overview-raised-step = Basgançak
desk-overview-raised-day = Habar berlen güni
desk-raised-list = Bütin sanaw, sahypama-sahypa we faýl görnüşinde
desk-raised-all = Hemmesi
desk-raised-expired = Möhleti geçen
desk-raised-left = Möhleti geçmedik
desk-raised-erasures = Möhleti geçen öçürmek haýyşlary
desk-raised-all-bodies = Ähli edaralar
desk-raised-none-how = Möhletiň ýakyndygy ýa-da geçendigi başlyga habar berlende, iş bu ýerde görünýär we jogap berilýänçä durýar.
desk-raised-none-how-erasures = Haýyş möhletinden soňky gün bu ýerde görünýär we başlyk çözýänçä durýar.
desk-raised-csv = Bu sanaw CSV görnüşinde, bütinleý
desk-figure-week = Möhleti şu hepde
desk-figure-late = 12 aýda gijä galan, başlygyň hasabyna
desk-overview-charged = Gijä galmak möhlet gününde iş kimde bolsa, şol edaranyň başlygynyň hasabyna ýazylýar.
desk-oversight = Aşakdaky edaralar
desk-oversight-all = Ähli edaralaryň möhletleri
desk-clocks = Açyk işler
desk-clocks-lead = Her biriniň möhleti we kimdedigi: tekst hem, at hem ýok. Şu ýerden hiç zat üýtgedip bolmaýar.
desk-clocks-none = Açyk iş ýok
desk-clocks-none-how = Açyk iş bolanda şu sanawda durar: möhleti ýakyn bolan ilki.
desk-oversight-lead = Sanlar, möhletler we habar berlen işler: tekst hem, at hem ýok.
desk-oversight-body = Edara
desk-oversight-raised = Habar berlen
desk-oversight-none = Sizden aşakda edara ýok.

## Notes and stand-ins
desk-notes = Şu iş stolunyň bellikleri: { $count }
desk-notes-what = Diňe işdeşler üçin: açyk ýazga girmeýär we hiç haçan köpçülige görkezilmeýär. Işde bir zat pozulanda bellikler hem pozulýar.
desk-note-text = Täze bellik
desk-note-send = Belligi saklamak
desk-done-note = Bellik saklandy
desk-refused-note-empty-or-long = Bellik saklanmady. 1-den 2000-e çenli belgi ýazyň we düwmä täzeden basyň.
desk-stands-in = Siz şunuň ýerine işleýärsiňiz: { $post }, { $day } çenli
desk-handover = Ýok wagty we ýerine işleýän
desk-handover-lead = Wezipäniň eýesi ýokka onuň işlerine şu edaranyň başga işgäri öz adyndan seredýär. Başlygyň ýerine işleýän adam diňe başlygyň edip biljek işini iki wezipäniň adyndan edýär we öz ret jogabyny hiç haçan tassyklamaýar. Şikaýatda görkezilen ýa-da ony beren adam barybir seretmeýär.
desk-handover-none = Ýok bolan işgär ýok.
desk-handover-new = Wezipäni tabşyrmak
desk-handover-post = Ýok bolan wezipe
desk-handover-deputy = Ýerine işleýän wezipe
desk-handover-from = Ilkinji gün
desk-handover-from-hint = Meselem: 2026-12-01
desk-handover-from-wrong-shape = Güni şeýle ýazyň: 2026-12-01
desk-handover-through = Soňky gün
desk-handover-through-hint = Meselem: 18.12.2026
desk-handover-through-wrong-shape = Güni şeýle ýazyň: 18.12.2026
desk-handover-send = Tabşyrmak
desk-handover-end = Şu gün gutarmak
desk-vacancy-title = Eýesi ýok başlyk wezipeleri
desk-vacancy-lead = Wezipä adam bellenýänçä, onda kimiň işlejekdigini siz aýdýarsyňyz. Diňe başlygyň edip biljek işi iki wezipäniň adyndan ýazylýar; şikaýatda görkezilen adam oňa seretmeýär.
desk-vacancy-nobody = işläp biljek işgär ýok
desk-vacancy-vacant-deputy = Kim işlär
desk-vacancy-vacant-from = Ilkinji gün
desk-vacancy-vacant-from-hint = Meselem: 2026-12-01
desk-vacancy-vacant-from-wrong-shape = Güni şeýle ýazyň: 2026-12-01
desk-vacancy-vacant-through = Soňky gün
desk-vacancy-vacant-through-hint = Meselem: 18.12.2026
desk-vacancy-vacant-through-wrong-shape = Güni şeýle ýazyň: 18.12.2026
desk-refused-handover-in-the-past = Günler gabat gelmeýär: ilkinjisi şu gün ýa-da soň, soňkusy ondan öň däl. Başga günleri saýlaň.
desk-refused-handover-too-long = Ýerine işlemek iň köp 120 gün. Gysgarak wagty saýlaň.
desk-refused-handover-to-itself = Wezipe öz ýerine işläp bilmeýär. Başgasyny saýlaň.
desk-refused-handover-exists = Bu wezipäniň ýerine şol günler eýýäm işlenýär. Ilki şony gutaryň.
desk-refused-handover-deputy-away = Ol wezipe hem şol günler ýok: işler hiç kimde galmaz. Başgasyny saýlaň.

## Nobody was heard
act-unheard = Karardan öň diňlenmedi
act-unheard-cannot-be-reached = Edarada ady belli däl: çagyrara adam ýok
act-unheard-danger-in-delay = Diňlenmegine garaşmak zyýan ýetirerdi
act-unheard-nothing-to-hear = Ýüz tutma diňe habar berýär, soraýar ýa-da teklip edýär: arza beren barada hiç zat çözülmedi
act-unheard-as-applicant-stated = Karar diňe arza bereniň ýazanyna esaslanýar
act-unheard-applicant-waived = Arza beren diňlenmek islemeýändigini ýazmaça aýtdy
desk-unheard-title = Arza beren diňlenmedi
desk-unheard-what = Soranyndan azyny aljak adam ilki diňlenýär. Diňlemek üçin gün belläň ýa-da diňlenmedik bolsa, sebäbini aşakda aýdyň: ony arza beren okaýar we ol köpçülige açyk sanalýar.
desk-reply-unheard = Arza beren näme üçin diňlenmedi
desk-reply-unheard-option-cannot-be-reached = { act-unheard-cannot-be-reached }
desk-reply-unheard-option-danger-in-delay = { act-unheard-danger-in-delay }
desk-reply-unheard-option-nothing-to-hear = { act-unheard-nothing-to-hear }
desk-reply-unheard-option-as-applicant-stated = { act-unheard-as-applicant-stated }
desk-reply-unheard-option-applicant-waived = { act-unheard-applicant-waived }
desk-refused-hearing-needed = Arza beren diňlenmedi. Diňlemek üçin gün belläň ýa-da näme üçin diňlenmändigini aýdyň.
desk-refused-no-reason-needed = Diňlenildi ýa-da diňlemek gerek däl: sebäbi aýryň.
desk-refused-reason-unfit = Bu sebäp şu işe gabat gelmeýär. Başgasyny saýlaň ýa-da diňlemek üçin gün belläň.
