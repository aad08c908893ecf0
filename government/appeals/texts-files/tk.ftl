appeal-file-damaged = Surat kesilen ýa-da zaýalanan. Ony täzeden alyň ýa-da başga faýl saýlaň
appeal-file-cleaned = Suratlaryňyzdan ýer, wagt we enjam aýryldy. Olarda görünýän zat üýtgemedi.
appeal-file-cleaned-hint = Suratlardan ýer, wagt we enjam aýrylýar. Resminamada ony ýazanyň ady galyp biler.

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
