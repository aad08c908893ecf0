appeal-file-damaged = Surat kesilen ýa-da zaýalanan. Ony täzeden alyň ýa-da başga faýl saýlaň
appeal-file-cleaned = Suratlaryňyzdan ýer, wagt we enjam aýryldy. Olarda görünýän zat üýtgemedi.
appeal-file-cleaned-hint = Suratlardan ýer, wagt we enjam aýrylýar. Resminamanyň tekstinden başga aýdýan zatlary size şu ýerde görkeziler.

## Checks of files
file-check-waiting = Barlanýar. Oňa çenli ony diňe iberen adam açyp biler.
file-check-harmful = Barlag programmasy bu faýly zyýanly diýip tanaýar. Ol iberen adamdan başga hiç kime berilmeýär.
file-check-active = Ony seresap açyň: iň gowusy kagyzda ýa-da tora birikmedik kompýuterde.
file-check-found-script = Bu faýlyň içinde programma bar.
file-check-found-launch = Bu faýl başga programmany işletmek isleýär.
file-check-found-embedded-file = Bu faýlyň içinde başga faýllar gizlenen.
file-check-found-sends-form = Bu faýl içine ýazylan zady iberip bilýär.
file-check-found-macro = Bu faýlyň içinde makroslar bar.
file-check-found-fetches-from-outside = Bu faýl açylanda tordan bir zat alýar we açylandygyny şeýdip habar berýär.
file-check-found-locked = Bu faýl gulply: hiç kim içine seredip bilmedi.
file-check-found-unreadable = Bu faýl içine hiç kim seredip bilmez ýaly gurlan.

## Sending in pieces
appeal-upload-sending = Iberilýär: { $percent } %
appeal-upload-broken = Aragatnaşyk kesildi. Hiç zat ýitmedi: aragatnaşyk dikelende iberiş özi dowam eder.
appeal-file-visit-over = Girişiňiz tamamlandy. Sahypany täzeden açyň we faýly ýene saýlaň
appeal-file-part-wrong = Faýl gerek bolşy ýaly gelmedi. Sahypany täzeden açyň we ony ýene saýlaň

## What a document names
file-names-title = Bu resminama tekstinden başga şulary hem aýdýar:
file-names-closed = Bu resminama gulply ýa-da içine hiç kim seredip bilmez ýaly gurlan. Onda adyňyz bolup biler.
file-names-choose = Muny ýüz tutmaňyza seredýän adam okap biler. Dowam etmezden öň saýlaň.
file-names-without = Muny { $name } faýlyndan aýyrmak
file-names-as-it-is = { $name } faýlyny bolşy ýaly ibermek
file-names-undecided = Resminama tekstinden köp zat aýdýar. Saýlaň: muny aýyrmak, bolşy ýaly ibermek ýa-da faýly aýyrmak
file-names-stays = galýar, sebäbi resminamanyň görkezýän zadyna degişli
file-names-person = adamyň ady
file-names-comment-author = bellik ýa-da düzediş ýanyndaky at
file-names-signature = ady görkezýän sertifikatly gol
file-names-organisation = edara
file-names-path = kompýuterdäki ýeri
file-names-earlier-version = tekstiň öňki görnüşi
file-names-file-within = içindäki başga faýl, oňa hiç kim seretmedi
file-names-picture = ýeri, wagty we enjamy aýdyp biljek surat
file-names-preview = öňki görnüşiniň kiçi suraty
file-names-title-of = ady ýa-da açar sözleri
file-names-other = programmanyň başga maglumatlary
file-names-date = sene
file-names-program = programma
file-names-cannot-signed = Bu resminama gol çekilen: üýtgetme goly bozardy, şonuň üçin hiç zat aýrylmady
file-names-cannot-closed = Bu resminamanyň içine hiç kim seredip bilmedi, şonuň üçin hiç zat aýrylmady
file-names-cannot-no-program = Bu portalda PDF-den muny aýyrýan programma ýok; hiç zat aýrylmady. Bolşy ýaly iberiň ýa-da adyňyz bolmadyk täze faýla çap ediň
file-names-cannot-busy = Häzir gaty köp resminama işlenilýär. Hiç zat aýrylmady; bir minutdan ýene basyň
file-names-cannot-failed = Resminamany zyýansyz täzeden ýazyp bolmady, şonuň üçin hiç zat aýrylmady
api-file-names-somebody = Bu resminama tekstinden başga-da kimdir birini ýa-da bir zady görkezýär. Bolşy ýaly ýa-da onsuz iberilýändigini aýdyň
