# Maşyn ýazan tekst: ene dili türkmen dili bolan adam entek barlamady (GLOSSARY.md).

## Iş stoly we nobat
desk-title = Iş stoly
desk-choice-title = Haýsy edaranyň iş stoly?
desk-show = Näme görkezilýär
desk-show-all = Açyk işleriň hemmesi
desk-show-mine = Maňa berlenler
desk-show-unassigned = Hiç kime berilmedik
desk-show-closed = Ýakynda tamamlananlar
desk-column-due = Möhlet, iş günleri
desk-column-last = Soňky hereket
desk-column-number = Belgisi
desk-column-kind = Görnüşi
desk-column-filed = Berlen güni
desk-column-official = Wezipe
desk-column-phase = Ýagdaýy
desk-nobody = hiç kime berilmedi
desk-kind-filed-complaint = şikaýat
desk-kind-filed-application = arza
desk-kind-filed-suggestion = teklip
desk-kind-filed-request = sorag
desk-kind-filed-message = habar
desk-kind-filed-elsewhere = başga ýerde berlen
desk-phase-open = açyk
desk-phase-awaiting-applicant = arza berene garaşylýar
desk-phase-disputed = jedelleşilen
desk-phase-in-transit = ýolda
desk-phase-closed = tamamlanan
desk-phase-withdrawn = yzyna alnan
desk-late-days = geçdi: { $days }
desk-near-days = galdy: { $days }
desk-due-today = şu gün
desk-empty-all = Açyk iş ýok.
desk-empty-mine = Size berlen açyk iş ýok.
desk-empty-unassigned = Işleriň hemmesi işgärlere berildi.
desk-empty-closed = Entek hiç bir iş tamamlanmady.
desk-empty-how = Bu edara ýazylan ýüz tutmalar berlen dessine şu ýerde görünýär.

## Umumy görnüş
desk-overview = Umumy görnüş
desk-overview-table = Açyk işler kimde
desk-figure-open = Açyk
desk-figure-overdue = Möhleti geçen

## Iş
desk-case-title = Ýüz tutma
desk-back = Işe gaýdyp barmak
desk-name = Arza bereniň ady
desk-name-shown = görkezmäge rugsat berdi
desk-name-sealed = möhürlenen
desk-acts = Indi näme edip bolýar
desk-acts-not-now = Häzir näme edip bolmaýar we näme üçin
desk-act-assign = Işgäre bermek
desk-act-assign-hint = Wezipesini hemmeler görýär, adyny diňe arza beren görýär.
desk-act-forward = Başga edara ibermek
desk-act-forward-hint = Möhlet täzeden başlanmaýar.
desk-act-clarify = Anyklama soramak
desk-act-clarify-hint = Jogap gelýänçä möhlet saklanýar, ýöne çäkli.
desk-act-extend = Möhleti uzaltmak
desk-act-extend-hint = Diňe bir gezek, möhlet geçmänkä.
desk-act-answer = Jogap bermek
desk-act-answer-hint = Ibermezden öň hemmesini ýene bir gezek okaýarsyňyz.
desk-act-until = Iň soňky gün: { $day }.
desk-texts = Tekstler
desk-texts-closed = Ýüz tutmanyň teksti, faýllary we jogaplar ýapyk.
desk-texts-more = Siz açanyňyzdan soň arza beren ýene ýazdy.
desk-texts-open = Tekstleri açmak
desk-texts-open-more = Täze tekstleri açmak
desk-opening-is-an-act = Açmak açyk ýazga girýär: edaranyň okandygy. Kimiň okandygyny arza beren bilip bilýär.
desk-identity = Arza beren
desk-identity-sealed = Arza beren adyny we salgysyny möhürledi. Ony bu ýerde hiç kim açyp bilmeýär; jogap şu saýt arkaly barýar.
desk-identity-shown = Ady we salgysy diňe jogap üçin gerek bolsa açyň. Her açylyş açyk ýazga girýär.
desk-identity-open = Ady açmak
desk-identity-name = Ady
desk-identity-address = Salgysy
desk-identity-contact = Telefon ýa-da e-poçta
desk-identity-not-given = görkezilmedi
desk-identity-entered = Bu açylyş açyk ýazga girdi. Sahypa diňe bir gezek görkezilýär.

## Näme edildi we näme edilmedi
desk-done-assign = Iş işgäre berildi
desk-done-forward = Iş başga edara iberildi
desk-done-clarify = Sorag iberildi
desk-done-extend = Möhlet uzaldyldy
desk-done-answer = Jogap iberildi
desk-done-entered = Bu açyk ýazga girdi; arza beren ony görýär.
desk-refused-title = Bu edilmedi
desk-refused-sign-in-needed = Ilki giriň, soňra täzeden synanyşyň.
desk-refused-not-yours = Bu iş size açyk däl. Nobata gaýdyp baryň.
desk-refused-status-only = Bu iş size açyk däl. Nobata gaýdyp baryň.
desk-refused-office-lacking = Munuň üçin başga wezipe gerek. Edaranyň başlygyna ýüz tutuň.
desk-refused-foreign-body = Iş indi başga edarada. Nobata gaýdyp baryň.
desk-refused-not-assigned-to-you = Bu iş size berilmedi. Tekstleri açmak we jogap bermek üçin edaranyň başlygy ony size bermeli.
desk-refused-sealed = Arza beren adyny möhürledi: ony bu ýerde hiç kim açyp bilmeýär. Adsyz jogap beriň.
desk-refused-own-case = Bu siziň öz ýüz tutmaňyz. Oňa başga işgär seredýär; başlyga aýdyň.
desk-refused-person-complained-of = Bu şikaýatda siziň wezipäňiz ýa-da edara tutuş görkezilen. Oňa başga adam seredýär.
desk-refused-would-reach-person-complained-of = Şikaýat şol wezipä ýa-da edara garşy: ony şol ýere berip bolmaýar. Başgasyny saýlaň.
desk-refused-would-return-to-body-appealed-against = Arza şu edara garşy berlen: işi öň çözen ýa-da alyp baran edara ony yzyna berip bolmaýar. Başga edarany saýlaň ýa-da özüňiz jogap beriň.
desk-refused-name-in-words = Arza bereniň öz sözlerinde ony aljak adamyň ýa-da ol edarada wezipede işleýän biriniň ady bar. Başgasyny saýlaň ýa-da näme üçin şonda-da ol ýere berip boljakdygyny aşakda aýdyň.
desk-refused-not-drawn-here = Sahypa gaty könelen. Hemmesi galdy: barlap, täzeden iberiň.
desk-refused-expired = Sahypa gaty uzak açyk durdy. Hemmesi galdy: barlap, täzeden iberiň.
desk-refused-different-body = Bu forma başga mazmun bilen eýýäm iberilipdi. Iş nähili durandygyna serediň, soňra gerek bolsa iberiň.
desk-refused-reply-changed = Jogap başga penjirede üýtgedildi. Täzeden okaň we iberiň.
desk-refused-choice-gone = Saýlananyňyz indi mümkin däl. Sanawdan başgasyny saýlaň.
desk-refused-day-not-later = Täze gün häzirki möhletden soň bolmaly. Has giç güni saýlaň.
desk-refused-identity-gone = Ady we salgysy indi ýok: olar pozuldy. Jogap şu saýt arkaly barýar.
desk-refused-illegal-sequence = Işiň häzirki ýagdaýynda bu mümkin däl. Iş sahypasynda näme mümkin bolsa, şony saýlaň.
desk-refused-wrong-body = Iş indi başga edarada. Nobata gaýdyp baryň.
desk-refused-no-such-case = Beýle iş ýok. Belgisini barlaň.
desk-refused-same-register = Ol edaranyň hereketleri siziň reýestriňize girýär: açyk ýazgyda hiç zat üýtgemezdi. Işi onuň işgärine beriň ýa-da başga edarany saýlaň.
desk-refused-due-disputed = Bu gün kanunyň rugsat berýäninden giç. Iň soňky gün: { $day }. Şondan giç bolmadyk güni saýlaň.
desk-refused-late-forward = Ibermegiň möhleti geçdi. Iň soňky gün şu boldy: { $day }. Indi edaranyň özi jogap bermeli; gerekli maglumaty beýleki edaradan soraň.
desk-refused-late-extension = Möhlet geçdi: { $day }. Geçen möhleti uzaldyp bolmaýar; mümkin boldugyça çalt jogap beriň.
desk-refused-extensions-exhausted = Möhlet eýýäm uzaldyldy, kanun rugsat berýän gezek sany: { $times }. Möhlete çenli jogap beriň.
desk-refused-late-pause = Möhlet geçdi: { $day }. Geçen möhleti saklap bolmaýar; bar bolan maglumat bilen jogap beriň.
desk-refused-pause-exhausted = Anyklama möçberi gutardy: kanun iň köp { $days } iş gününe we { $times } gezege rugsat berýär. Bar bolan maglumat bilen jogap beriň.

## Giriş tamamlanan bolsa
desk-again-title = Girişiňiz tamamlandy
desk-again-what = Hiç zat iberilmedi, emma ýazanyňyz şu ýerde. Ony ýitirmän ibermek üçin:
desk-again-sign-in = Täze penjirede giriň
desk-again-then = Soňra şu sahypa dolanyp, düwmä basyň.
desk-again-files = Faýllary soňra täzeden saýlamaly.
desk-again-send = Täzeden ibermek

## Işgäre bermek
desk-assign-lead = Iş şol wezipä berilýär. Möhlet üýtgemeýär.
desk-assign-post = Wezipe
desk-assign-post-hint = Wezipäniň aşagynda: arza bereniň görjek ady.
desk-assign-post-missing = Wezipäni saýlaň
desk-assign-send = Bermek
desk-assign-despite = Näme üçin ony şeýle atly adama berip bolýar
desk-assign-despite-hint = Sebäbiňizi arza beren okaýar.
desk-assign-despite-option-another-person = şol bir atly başga adam göz öňünde tutulýar
desk-assign-despite-option-not-complained-of = şol adamyň ady agzalýar, ýöne şikaýat ondan däl
desk-forward-despite = Näme üçin ony şeýle atly adamyň işleýän edarasyna iberip bolýar
desk-forward-despite-hint = Sebäbiňizi arza beren okaýar.
desk-forward-despite-option-another-person = { desk-assign-despite-option-another-person }
desk-forward-despite-option-not-complained-of = { desk-assign-despite-option-not-complained-of }
act-despite-name = Öz sözleriňizde şeýle at bar; şonda-da berildi, sebäbi

## Ibermek
desk-forward-lead = Iş şol edara geçýär, möhlet bolsa öňküsi bolup galýar. Arza beren muny görýär.
desk-forward-not-back = Arza garşysyna berlen edaralar sanawda ýok: { $bodies }.
desk-forward-body = Kabul edýän edara
desk-forward-body-missing = Edarany saýlaň
desk-forward-body-not-an-option = Edarany sanawdan saýlaň
desk-forward-reason = Sebäbi
desk-forward-reason-option-another-body-is-competent = { act-reason-another-body-is-competent }
desk-forward-reason-option-another-place-is-competent = { act-reason-another-place-is-competent }
desk-forward-reason-option-body-is-complained-of = { act-reason-body-is-complained-of }
desk-forward-reason-option-part-concerns-another-body = { act-reason-part-concerns-another-body }
desk-forward-note = Bellik
desk-forward-note-hint = Ony arza beren we kabul edýän edara okaýar.
desk-forward-send = Ibermek

## Anyklama
desk-clarify-lead = Diňe onsuz jogap berip bolmajak zady soraň, sadaja sözler bilen.
desk-clarify-reason = Näme ýetmeýär
desk-clarify-reason-option-place-unclear = { act-reason-place-unclear }
desk-clarify-reason-option-time-unclear = { act-reason-time-unclear }
desk-clarify-reason-option-request-unclear = { act-reason-request-unclear }
desk-clarify-reason-option-document-missing = { act-reason-document-missing }
desk-clarify-reason-option-authority-to-represent-missing = { act-reason-authority-to-represent-missing }
desk-clarify-text = Sorag
desk-clarify-text-hint = Meselem: haýsy köçe we haýsy jaý?
desk-clarify-send = Soragy ibermek

## Uzaltmak
desk-extend-lead = Möhleti diňe edaranyň başlygy uzaldyp bilýär. Sebäbini we täze güni arza beren görýär.
desk-extend-now = Häzirki möhlet: { $day }.
desk-extend-latest = Kanun boýunça iň soňky gün: { $day }.
desk-extend-until = Täze gün
desk-extend-until-hint = Meselem: 18.12.2026
desk-extend-until-wrong-shape = Güni şeýle ýazyň: 18.12.2026
desk-extend-until-not-accepted = Täze gün häzirki möhletden soň bolmaly
desk-extend-reason = Sebäbi
desk-extend-reason-option-inspection-on-site = { act-reason-inspection-on-site }
desk-extend-reason-option-expert-opinion = { act-reason-expert-opinion }
desk-extend-reason-option-information-from-another-body = { act-reason-information-from-another-body }
desk-extend-reason-option-many-applicants = { act-reason-many-applicants }
desk-extend-reason-option-translation = { act-reason-translation }
desk-extend-text = Düşündiriş
desk-extend-text-hint = Ony arza beren okaýar.
desk-extend-send = Möhleti uzaltmak

## Jogap
desk-outcome-outcome = Näme karara gelindi?
desk-outcome-outcome-hint = Hasabatda jogap diňe kanagatlandyrmak we esasly ret bolup sanalýar.
desk-outcome-outcome-missing = Netijäni saýlaň
desk-outcome-outcome-option-satisfied = { act-outcome-satisfied }
desk-outcome-outcome-option-partly-satisfied = { act-outcome-partly-satisfied }
desk-outcome-outcome-option-refused = { act-outcome-refused }
desk-outcome-outcome-option-explained = { act-outcome-explained }
desk-outcome-outcome-option-terminated = { act-outcome-terminated }
desk-outcome-outcome-option-explained-hint = Jogap bolup sanalmaýar.
desk-outcome-outcome-option-terminated-hint = Jogap bolup sanalmaýar.
desk-reply-next = Indiki
desk-reply-text = Jogap
desk-reply-text-hint = Sadaja sözler bilen: näme barlandy, näme edilýär, haçan. Üçünji adamlaryň adyny ýazmaň.
desk-reply-grounds = Esaslar
desk-reply-grounds-missing = Azyndan bir esas saýlaň
desk-reply-grounds-not-accepted = Altydan köp esas saýlap bolmaýar
desk-reply-grounds-option-law-does-not-allow = { act-ground-law-does-not-allow }
desk-reply-grounds-option-facts-not-confirmed = { act-ground-facts-not-confirmed }
desk-reply-grounds-option-no-right-to-what-is-asked = { act-ground-no-right-to-what-is-asked }
desk-reply-grounds-option-already-decided = { act-ground-already-decided }
desk-reply-grounds-option-in-court = { act-ground-in-court }
desk-reply-grounds-option-beyond-powers = { act-ground-beyond-powers }
desk-reply-grounds-option-done-in-stages = { act-ground-done-in-stages }
desk-reply-grounds-option-means-not-available = { act-ground-means-not-available }
desk-reply-grounds-option-asks-for-the-law = { act-ground-asks-for-the-law }
desk-reply-grounds-option-asks-for-procedure = { act-ground-asks-for-procedure }
desk-reply-grounds-option-already-answered-before = { act-ground-already-answered-before }
desk-reply-grounds-option-not-within-any-power = { act-ground-not-within-any-power }
desk-reply-grounds-option-applicant-cannot-be-reached = { act-ground-applicant-cannot-be-reached }
desk-reply-grounds-option-subject-has-ceased = { act-ground-subject-has-ceased }
desk-reply-grounds-option-same-matter-in-court = { act-ground-same-matter-in-court }
desk-reply-grounds-option-same-appeal-answered-thrice = { act-ground-same-appeal-answered-thrice }
desk-reply-grounds-option-applicant-has-died = { act-ground-applicant-has-died }
desk-reply-law = Kanun maddalary
desk-reply-law-hint = Her setirde bir madda, meselem: Administratiw kodeks, 76-njy madda
desk-reply-law-wrong-shape = Her setirde bir madda ýazyň: iň köp 20 madda, her biri iň köp 200 belgi
desk-reply-file-hint = Iň köp { $count } faýl, her biri iň köp { $size } MiB: PDF, JPEG, PNG, ODT, DOCX ýa-da ýönekeý tekst (UTF-8).
desk-reply-to-check = Ýene bir gezek okamak
desk-check-title = Ibermezden öň ýene bir gezek okaň
desk-check-final-title = Iberlenden soň üýtgedip bolmaýar
desk-check-final = Edara jogaba gol çekýär, ol açyk ýazga girýär we iş tamamlanýar. Arza beren muny jogap däl diýip belläp biler.
desk-check-send = Jogaby ibermek

## A case by its number
desk-find-title = Işi belgisi boýunça tapmak
desk-find-number = Belgi
desk-find-number-hint = Meselem: 26-4711-8302-5
desk-find-number-wrong-shape = Belgi şeýle bolýar: 26-4711-8302-5. Sanlary barlaň.
desk-find-number-not-an-option = Sizde şeýle belgili iş ýok. Belki, ol başga edara geçirildi.
desk-find-send = Tapmak
