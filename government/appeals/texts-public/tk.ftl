## Baş sahypa
public-home-title = Näme etmek isleýärsiňiz?
public-home-file = Döwlet edarasyna ýazmak
public-home-file-hint = Şikaýat, arza, teklip, maglumat soragy. Derrew hasaba alynýar.
public-home-follow = Ýüz tutmanyň barşyny görmek
public-home-follow-hint = Onuň nirededigini we jogabyň haçana çenli gelmelidigini bilmek.
public-home-find = Döwlet edarasyny tapmak
public-home-find-hint = Näme üçin jogap berýär, nirede ýerleşýär, haçan kabul edýär.
public-home-look = Edaralaryň nädip jogap berýändigini görmek
public-home-look-hint = Kim wagtynda jogap berýär, kim gijä galýar, kim dymýar.
public-home-check = Açyk ýazgyny barlamak
public-home-check-hint = Hiç kime ynanman, hemme zady özüňiz gaýtadan hasaplap bilersiňiz.
public-home-number = Mende belgi bar
public-home-number-send = Şu ýüz tutmany görkez
public-home-today = Şu gün: { $date }
public-all-bodies = Ähli edaralar bilelikde
public-figure-open = häzir açyk ýüz tutma
public-figure-overdue = möhleti geçen, jogapsyz
public-figure-headline = wagtynda jogap, 12 aýda
public-figure-headline-less = soň ýatyrylanlary aýranda, döwletiň sözüne görä
public-figure-oldest = iş güni: iň uzak gijä galma

## Kim iň köp garaşýar
public-waiting-title = Jogaba kim iň köp garaşýar
public-waiting-lead = Möhleti geçen ähli açyk işler. Edara näme islese-de, hiç biri galdyrylmaýar.
public-waiting-count =
    { $count ->
        [one] { $count } iş, senesi: { $date }. Möhleti ozal geçenler öňde durýar.
       *[other] { $count } iş, senesi: { $date }. Möhleti ozal geçenler öňde durýar.
    }
public-waiting-none = Möhletden artyk garaşýan ýok
public-waiting-none-how = Iş möhletiniň ertesi güni şu ýerde peýda bolýar we edara jogap berýänçä galýar.
public-waiting-no-numbers = Işiň belgisi bu ýerde ýok: ol ýüz tutan adamyňky. Ýazgy bolsa açyk ýazgynyň iş hakynda aýdýan zadyny görkezýär, başga zat ýok.
public-waiting-all = Şu edaranyň garaşýan ähli işleri
public-as-csv = Bütin sanaw CSV görnüşinde
public-days-overdue = Gijä galan iş güni
public-charged = Jogapkär edara
public-filed = Berlen güni
public-due = Möhleti
public-entry = Ýazgy
public-disputed = jogap jedelli
public-now-with = Häzir şu edarada
public-write-to-body = Şu edara ýazmak

## Edaralar nädip jogap berýär
public-statistics-title = Döwlet edaralary nädip jogap berýär
public-statistics-lead = Diňe wagtynda berlen we ýüz tutan adamyň jedel etmedik jogaby hasaplanýar. Başga edara ibermek, düşündirmek, birleşdirmek we yzyna almak jogap däl.
public-period = Döwür: { $from } – { $until }.
public-as-of = Senesi: { $date }.
public-ranked =
    { $count ->
        [one] Orunlar boýunça: azyndan { $count } bahalanan işi bolan edaralar
       *[other] Orunlar boýunça: azyndan { $count } bahalanan işi bolan edaralar
    }
public-unranked =
    { $count ->
        [one] Orunsyz: bahalanan işi { $count } sanydan az
       *[other] Orunsyz: bahalanan işi { $count } sanydan az
    }
public-none-ranked =
    { $count ->
        [one] Entek hiç bir edarada { $count } bahalanan iş ýok, şonuň üçin orun hem ýok
       *[other] Entek hiç bir edarada { $count } bahalanan iş ýok, şonuň üçin orun hem ýok
    }
public-body = Edara
public-headline = Wagtynda jogap
public-headline-of = { $percent }: bahalanan { $whole } işden { $part } sanysy
public-overturned = Olardan soň ýatyrylany, döwletiň sözüne görä
public-headline-less = Wagtynda jogap, ýatyrylanlary aýranda
public-overturned-heading = soň ýatyryldy (döwletiň sözi)
public-headline-less-heading = Olary aýranda (döwletiň sözi)
public-bar-heading = Bahalanan işler
public-percentile = 90-njy persentil
public-median = Edarada geçen iş güni, orta (mediana)
public-bar = Zolak bahalanan işleri görkezýär: wagtynda jogap, wagtynda jogapsyz ýapylan, gijä galan we boş ýeri – möhleti geçen, jogapsyz.
public-no-filings =
    { $count ->
        [one] Ýüz tutma gelmedik { $count } edara
       *[other] Ýüz tutma gelmedik { $count } edara
    }
public-counted-elsewhere =
    { $count ->
        [one] Ýokarky edarasy bilen hasaplanan { $count } edara
       *[other] Ýokarky edarasy bilen hasaplanan { $count } edara
    }
public-counted-with = Bu edara az ýüz tutulýar. Ýüz tutmalar şu edaranyňky bilen bile hasaplanýar:
public-meaning-title = Bu sanlar nämäni aňladýar
public-meaning = Işe jogap berlen, iş ýapylan ýa-da möhleti geçen bolsa, ol bahalanýar. Gijä galma möhlet gününde iş elinde duran edara ýazylýar. Günler iş günleridir: iş gelenden ýapylýança ýa-da başga edara iberilýänçä. Işleriň ýarysy medianadan köp wagt almady, ondan dokuzy 90-njy persentilden köp wagt almady.
public-not-overturned = Ýokarky edaranyň soň ýatyran jogaplary görkezijide we orunda entek hasaplanýar: açyk ýazgy muny görkezmeýär. Ýanynda döwletiň sözüne görä { $from } – { $until } aralygynda, gutaran çärýeklerde ýatyrylanlar we olary aýyrandan soňky görkeziji durýar. Jogap ýatyrylan çärýeginde aýrylýar, öň berlen bolsa-da. Çärýegiň sany görkezmek üçin gaty az bolsa, hiç zat görkezilmeýär. Giňişleýin:
public-again = Bu sanlary hiç bir edara ýazmaýar. Olar açyk ýazgydan hasaplanýar, siz hem olary gaýtadan hasaplap bilersiňiz:
public-figures-title = Onuň sanlary
public-open = Häzir açyk
public-overdue-now = Häzir möhleti geçen, jogapsyz
public-forwarded = Başga edara iberlen
public-extended = Ýolbaşçynyň uzaldan möhletleri
public-figure-disputed = Ýüz tutanlaryň jedel eden jogaplary
public-explained = Jogapsyz ýapylan (düşündirilen, bes edilen)

## Muny islendik adam nädip barlap bilýär
public-check-lead = Döwletiň her bir hereketi hiç kimiň bildirmän üýtgedip bilmejek açyk ýazgysynda durýar. Bu sahypa ynanmak hökman däl: ýazgyny göçürip alyň we özüňiz hasaplaň.
public-check-leaf = Her ýazgy nämäniň edilendigini, haýsy edaranyň edendigini, haçan edilendigini we indiki hereketiň haçana çenli bolmalydygyny görkezýär. Onda at-da, tekst-de ýok, diňe olaryň möhüri bar: tekst kimde bolsa, şol onuň hut şol tekstdigini subut edip biler.
public-check-telephone-title = Telefon arkaly
public-check-telephone = Bu on iki san şu günüň başyndaky bütin ýazgynyň ornunda durýar. Olary başga ýerdäki biri bilen deňeşdiriň. Şol bir gün üçin başga sanlary eşitseňiz, ikiňiziň biriňize ýalan ýazgy görkezildi.
public-check-page-title = Brauzer bilen
public-check-page = Bir sahypa dil hatyny siziň öz kompýuteriňizde barlaýar. Ony ýanyňyzda saklaň: oňa tor gerek däl.
public-check-page-digest = Sahypanyň SHA-256 belgisi. Başga belgili nusga bu sahypa däl:
public-check-page-build = Başlangyç teksti bar adam edil şol baýtlary ýygnap, şol belgini görer:
public-check-page-link = Sahypany açmak
public-check-program-title = Programma bilen
public-check-program = Programma hiç kimiň serwerine bagly däl. Ol göçürme bilen işleýär, fleş ýatda hem.
public-check-command-mirror = Ýazgyny «record» bukjasyna göçürip almak:
public-check-command-verify = Her ýazgyny, goly we möhleti barlamak:
public-check-command-report = Bu sahypanyň ähli sanlaryny gaýtadan hasaplamak:
public-check-command-receipt = Öz ýüz tutmaňyzyň dil hatyny barlamak:
public-check-policy = --policy FILE bilen haýsy şaýatlara ynanýandygyňyzy aýdýarsyňyz. Şol faýly bu ýerden däl-de, ynanýan adamyňyzdan alyň.
public-check-witnesses-title = Hiç zadyň üýtgedilmändigine kim gol çekýär
public-check-witnesses = Şaýat diňe öň gol çeken zatlarynyň hemmesi ýazgyda bar bolsa, gol çekýär. Şaýadyň gymmaty ony işledýäniň gymmatyna deňdir.
public-check-no-witness = Şaýat bellenmedi
public-check-operator = Kim işledýär
public-check-signed = Iň täze ýazga gol çeken wagty
public-check-not-signed = entek ýok
public-check-log-title = Ýazgy
public-check-size = Ýazgy sany
public-check-files = Faýllary
public-check-origin = Ady
public-check-key = Açary
public-check-policy-digest = Şaýatlar düzgüniniň barmak yzy
public-entry-number = Ýazgynyň belgisi
public-entry-number-hint = Ol her dil hatynda we her hereketiň ýanynda durýar.
public-entry-number-wrong-shape = Belgini boşluk goýman, sanlar bilen ýazyň
public-check-entry-show = Ýazgyny görkez
public-check-not-title = Näme subut edilmeýär
public-check-not-truth = Jogabyň dogry ýa-da gowudygy. Subut edilýän zat: ol geldi we haçan geldi.
public-check-not-outside = Hiç wagt ýazylmadyk zat: gapydan kowlan adam, zyňlan kagyz. Dil hatyňyzy saklaň.
public-check-not-person = Adamyň kimdigi. Ýazgy edaralary we wezipeleri bilýär, adamlary däl.
public-check-not-time = Ýazgydaky wagt döwletiň öz sözi. Subut edilýän zat: şaýatlaryň haçan gol çekendigi.
public-check-not-together = Döwlet bilen ähli şaýatlar bilelikde ýalan sözlese, iki ýazgy görkezip bilerler. Şonuň üçin sanlar telefon arkaly deňeşdirilýär.
public-check-not-stated = Netijeleri, ýerleri we bahalary döwlet aýdýar, eger tekst çap edilmedik bolsa.

## Bir ýazgy
public-entry-title = Ýazgy { $number }
public-entry-unknown = Bu wersiýanyň bilmeýän görnüşindäki hereket (belgisi { $number })
public-entry-body = Haýsy edaranyň sanawynda
public-entry-time = Wagty, döwletiň sözi boýunça
public-entry-due = Indiki hereketiň möhleti
public-entry-no-due = ýok
public-entry-serial = Şu sanawdaky belgisi
public-entry-seal = Möhür
public-entry-case = Şol bir işiň ýazgylary
public-entry-nothing-more = Ýazgyda bu barada başga hiç zat ýok: at hem, tekst hem, işiň belgisi hem ýok.
public-entry-proof = Subutnamany göçürip almak (tlog-proof)
public-entry-bytes = Bu ýazgynyň 118 baýty
public-entry-tag = Işiň belligi
public-entry-commitment = Mazmunyň möhüri
public-entry-previous = Şol bir işiň öňki ýazgysynyň heşi
public-entry-neighbours = Goňşy ýazgylar
public-entry-before = Öňki ýazgy
public-entry-after = Indiki ýazgy

## Programma interfeýsiniň jogaplary
api-problem-schema = Sorag bu interfeýsiň beýanyna gabat gelmeýär.
api-problem-unreadable = Sorag okalmaýar.
api-problem-idempotency-key = Idempotency-Key sözbaşysy gerek: 16–128 harp we san, her ýüz tutma üçin täze.
api-problem-not-accepted = Belgi we kod biri-birine gabat gelmeýär.
api-problem-no-such-body = Beýle döwlet edarasy ýok.
api-problem-no-such-act = Işde beýle hereket ýok.
api-problem-may-not-follow = Işiň häzirki ýagdaýynda bu mümkin däl.
api-problem-different-body = Bu açar başga ýüz tutma üçin ulanyldy. Täzesini alyň.
api-problem-erased = Soralýan zat pozuldy.
api-problem-too-large = Sorag örän uly.
api-problem-not-json = Bu ýerde diňe JSON okalýar.
api-problem-takes-no-appeals = Bu edara ýüz tutmalar bu ýerden iberilmeýär.
api-problem-fields = Käbir meýdançalary düzetmek gerek.
api-problem-attachment = Käbir faýllar alynmady.
api-problem-number-malformed = Işiň belgisinde on bir san bar.
api-problem-number-check-digit = Belginiň bir sany ýalňyş ýa-da galdyrylan.
api-problem-code-malformed = Koduň uzynlygy dogry däl.
api-problem-held-up = Şu ýerden synanyşyk köp boldy. On bäş minut garaşyň.
api-not-base64 = Bu base64 däl.
