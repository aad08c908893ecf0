# Maşyn ýazan tekst: ene dili türkmen dili bolan adam entek barlamady (GLOSSARY.md).

## Sahypanyň çarçuwasy
page-skip = Esasy mazmuna geç
page-languages = Diller
page-breadcrumbs = Siz şu ýerde
page-places = Bölümler
page-bodies = Döwlet edaralary
page-check = Barlamak
page-sign-in = Girmek
page-desk = Iş ýeri
page-my-appeals = Meniň ýüz tutmalarym
page-home = Baş sahypa
page-demo = Bu görkezme ulgamy: ýurt, edaralar we adamlar oýlanyp tapylan.
page-machine-written = Türkmençe tekstleri maşyn ýazdy; ene dili türkmen dili bolan adam olary entek barlamady.
fingerprint-of-the-day = Günüň barmak yzy:
fingerprint-none = Şu günüň barmak yzy entek ýok.
check-how = Muny islendik adam nädip barlap bilýär

## Formalar
form-optional = hökman däl
form-choose = Saýlaň
form-problem-prefix = Üns beriň:
form-problems-title = Şu ýerleri düzetmeli
form-characters-max = Iň köp { $count } belgi.
form-problem-missing = { $label }: jogap gerek
form-problem-too-long = { $label }: tekst uzyn, iň köp { $limit } belgi bolup bilýär
form-problem-too-short = { $label }: tekst gysga, iň az { $limit } belgi gerek
form-problem-too-many-bytes = { $label }: tekst sygmaýar, ony gysgaldyň
form-problem-not-an-option = { $label }: sanawdan saýlaň
form-problem-wrong-shape = { $label }: ýazylyş görnüşini barlaň
form-problem-control-characters = { $label }: tekstde görünmeýän belgi bar, ony gaýtadan ýazyň
form-problem-given-twice = { $label }: diňe bir jogap beriň
form-problem-not-accepted = { $label }: bu jogap kabul edilmedi

## Sanaw sahypalary
pagination-label = Sanawyň sahypalary
pagination-previous = Öňki sahypa
pagination-next = Indiki sahypa
pagination-first = Başyndan
pagination-place = { $page } / { $pages }

## Möhür
seal-queued = nobatda: edara gol çekdi
seal-in-record = ýazgyda, belgisi { $number }
seal-witnessed = { $count } şaýat tassyklady
seal-queued-explained = Edara bu herekete gol çekdi. Ol açyk ýazga girmegine garaşýar; bu uzaga çekip biler we hiç zat ýitmeýär.
seal-unsigned = nobatda, gol soň çekiler
seal-unsigned-explained = Bu hereket saklandy we açyk ýazga girmegine garaşýar. Edara şu pursatda gol çekip bilmedi; gol soň öz-özünden çekiler, hiç zat ýitmeýär. Dil haty üçin birnäçe minutdan gaýdyp geliň.
seal-in-record-explained = Bu hereket açyk ýazga girdi. Şaýatlar entek gol çekmedi.
seal-witnessed-explained = Bu hereket açyk ýazgyda { $number } belgili. Aşakdaky şaýatlar ýazgynyň şu ýagdaýyna gol çekdi:
seal-witness = { $operator }: { $date }, { $time }
seal-proof = Subutnama

## Möhlet zolagy
clock-filed = Berlen güni:
clock-due = Möhlet:
clock-today = Şu gün:
clock-closed = Tamamlanan güni:
clock-pause-key = Möhlet saklanan wagty
clock-why = Bu gün nähili hasaplandy
clock-nothing-due = Häzir edaranyň jogap borjy ýok.
clock-running = Jogap möhleti: { $date }. { $days } iş güni galdy.
clock-due-today = Jogap möhleti şu gün: { $date }.
clock-overdue = Jogap möhleti geçdi: { $date }. Şondan bäri { $days } iş güni geçdi.
clock-paused = Möhlet saklandy: edara anyklama soraýar. Jogap berilmese, möhlet: { $date }.
clock-closed-in-time = Wagtynda tamamlandy: { $closed }. Möhlet: { $date }.
clock-closed-late = Gijä galyp tamamlandy: { $closed }. Möhlet: { $date }. Gijikme: { $days } iş güni.

## Möhletiň düşündirilişi
term-working-days = { $count } iş güni
term-calendar-days = { $count } senenama güni
term-months = { $count } aý
rest-weekend = dynç güni
rest-day-off = iş däl güni
rest-holiday = baýram: { $name }
explain-posted = Poçta berlen güni: { $day }. Düzgün boýunça hatyň ýoly: { $term }. Gowşurylan hasaplanýan güni: { $delivered }.
explain-started = Berlen güni: { $filed }. Hasap şu günden soň başlanýar.
explain-started-rest = Berlen güni: { $filed } ({ $rest }). Hasap şundan soň başlanýar: { $registered }.
explain-term = Kanunda berlen wagt: { $term }. Möhlet: { $due }. Esas: { $law }.
explain-holiday-skipped = Hasaba girmeýär: { $date } ({ $name }).
explain-day-off-skipped = Hasaba girmeýär: { $date } (iş däl güni).
explain-transferred-day = Iş güni diýlip yglan edildi: { $date }.
explain-rolled = Möhlet iş däl gününe düşdi: { $from }. Ol indiki iş gününe geçirildi: { $to }.
explain-rolled-rest = Möhlet iş däl gününe düşdi: { $from } ({ $rest }). Ol indiki iş gününe geçirildi: { $to }.
explain-paused = Edara anyklama sorady: { $day }. Möhlet iň köp { $days } iş güni saklanýar. Jogap berilmese, möhlet: { $due }.
explain-resumed = Arza beren jogap berdi: { $day }. Saklanan wagt: { $days } iş güni. Täze möhlet: { $due }.
explain-pause-lapsed = Jogap gelmedi, saklama tamamlandy: { $until }. Möhlet: { $due }.
explain-extended = Edaranyň başlygy möhleti uzaltdy: { $day }. Öňki möhlet: { $from }. Täze möhlet: { $due }. Iň soňky mümkin gün: { $latest }.
explain-moved-by-calendar = Iş günleriniň senenamasy üýtgedildi: { $announced }. Öňki möhlet: { $from }. Täze möhlet: { $to }. Degişli günler: { $days }.
explain-moved-by-rules = Täze düzgün güýje girdi: { $valid }. Öňki möhlet: { $from }. Täze möhlet: { $to }.
explain-forwarded = Başga edara geçirildi: { $day }. Ony kabul eden edara: { $body }. Möhlet üýtgemeýär: { $due }.
explain-forwarded-kept = Bir edaradan beýlekä geçirildi: { $day }. Iberen: { $fromBody }. Kabul eden: { $toBody }. Möhlet üýtgemeýär: { $due }.
explain-disputed-stood = Jogap jogap däl diýlip bellendi: { $day }. Öňki möhlet ýene güýçde: { $due }.
explain-disputed-review = Jogap jogap däl diýlip bellendi: { $day }. Gaýtadan garamak üçin berlen möhlet: { $due }.
explain-withdrawal-revoked = Yzyna almak ýatyryldy: { $day }. Möhlet ýene güýçde: { $due }.
explain-promised-earlier = Kanun boýunça iň soňky gün: { $latest }. Edara ondan ir wada berdi: { $due }.
explain-closed = Tamamlandy: { $day }. Şonda möhlet: { $due }.
explain-closed-free = Tamamlandy: { $day }.
explain-erasure-asked = Öçürmek soralan güni: { $day }. Hasap şu günden soň başlanýar.
explain-erasure-asked-rest = Öçürmek soralan güni: { $day } ({ $rest }). Hasap şundan soň başlanýar: { $counted }.

## Şol bir zat bir setirde, sanaw üçin
brief-posted = poçta berlen: { $day }
brief-term = { $term }, başy: { $day }
brief-not-counted = iş däl günler: { $days }
brief-worked = iş günleri: { $days }
brief-rolled = iş däl güni: { $day }
brief-paused = jogaba garaşylýar: { $day }, iň köp { $days } iş güni
brief-resumed = saklanan wagt: { $days } iş güni
brief-pause-lapsed = saklandy, jogap gelmedi: { $day }
brief-extended = uzaldylan güni: { $day }
brief-moved-by-calendar = senenama üýtgedildi: { $day }, öňki: { $from }
brief-moved-by-rules = täze düzgün: { $day }, öňki: { $from }
brief-forwarded = geçirildi: { $day }, möhlet şol bir
brief-disputed = jogap däl diýildi: { $day }
brief-withdrawal-revoked = yzyna almak ýatyryldy: { $day }
brief-promised-earlier = wada edilen gün şundan ir: { $day }

## Jogap beriş ýazgysy
answering-title = Jogap beriş ýazgysy: soňky 12 aý
answering-in-time = wagtynda
answering-late = gijä galyp
answering-open-overdue = möhleti geçen, jogapsyz
answering-received = gelen ýüz tutma
answering-median = orta iş güni
answering-overturned = Wagtynda berlen jogaplardan ýokarky edaranyň soň ýatyrany, dört çärýekde (soňky güni { $until }): { $number }. Bu döwletiň öz sözi.
answering-withheld = görkezilmeýär
answering-month = Aý
answering-numbers = Sanlar aýma-aý
answering-table = Jogap beriş ýazgysy: { $body }
answering-source = Bu sanlary edara ýazmaýar: olar açyk ýazgydan hasaplanýar, islendik adam olary gaýtadan hasaplap biler.

## Näsazlyklar
error-incident = Habar bereniňizde şu kody aýdyň:
error-400-title = Bu sorag düşnüksiz
error-400-what = Brauzeriňizden gelen maglumat doly däl. Hiç zat üýtgemedi.
error-400-do = Yza gaýdyp, sahypany täzeden açyň.
error-403-title = Bu hereket ýerine ýetirilmedi
error-403-what = Bu sorag biziň sahypamyzdan gelmedi ýa-da bu ýeri açmaga hukuk ýok. Hiç zat üýtgemedi.
error-403-do = Formany şu saýtda täzeden açyp iberiň ýa-da giriň.
error-404-title = Bu sahypa ýok
error-404-what = Salgyda ýalňyşlyk bolmagy ýa-da sahypanyň aýrylan bolmagy mümkin.
error-404-do = Salgyny barlaň ýa-da baş sahypadan başlaň. Belgiňiz bar bolsa, ony baş sahypada ýazyň.
error-409-title = Bu eýýäm üýtgedi
error-409-what = Siz okaýan wagtyňyz bu ýazga täze hereket goşuldy. Siziňki ýerine ýetirilmedi.
error-409-do = Sahypany täzeden açyp, häzirki ýagdaýyny okaň.
error-410-title = Bu indi ýok
error-410-what = Bu aýryldy ýa-da wagty geçdi.
error-410-do = Baş sahypadan täzeden başlaň.
error-413-title = Iberilen maglumat örän uly
error-413-what = Tekst ýa-da faýl rugsat edilen ölçegden uly. Ol kabul edilmedi.
error-413-do = Yza gaýdyň: ýazanyňyz şol ýerde. Faýly kiçeldiň ýa-da böleklere bölüň.
error-415-title = Bu görnüş okalmaýar
error-415-what = Iberilen maglumatyň görnüşi bu ýerde kabul edilmeýär.
error-415-do = Formany şu saýtdan iberiň.
error-422-title = Bu ýerine ýetirilmedi
error-422-what = Forma eýýäm başga mazmun bilen iberildi ýa-da onuň wagty geçdi. Ikinji gezek hiç zat edilmedi.
error-422-do = Formany täzeden açyp dolduryň.
error-429-title = Synanyşyk köp boldu
error-429-what = Gysga wagtda örän köp sorag geldi.
error-429-do = Birnäçe minut garaşyp, ýene synanyşyň. Ýazanyňyz ýitmeýär.
error-500-title = Biziň tarapymyzda näsazlyk boldu
error-500-what = Bu siziň günäňiz däl. Hereketiň ýerine ýetendigi belli däl.
error-500-do = Birnäçe minutdan şol bir formany ýene iberiň: ol iki gezek hasaba alynmaz.
error-503-title = Hyzmat häzir elýeterli däl
error-503-what = Ulgam wagtlaýyn işlemeýär. Öň iberilen zatlar ýitmedi.
error-503-do = Birnäçe minutdan ýene synanyşyň.
answering-strip-source = { $date } · açyk ýazgydan sanaldy
answering-strip-overturned = Wagtynda, ýöne soň ýatyryldy, döwletiň sözüne görä, dört çärýekde: { $number }
answering-strip-text = { $body }, soňky 12 aý: { $numbers }. { $overturned }. Sene: { $date }.
answering-strip-more = Ähli görkezijiler we açyk ýazgy
