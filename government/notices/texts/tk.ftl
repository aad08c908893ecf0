## On the page of a case
notices-link = Bu ýüz tutma barada habarlary poçta ýa-da lenta arkaly almak

## The page on which it is chosen
notice-title = Ýüz tutmaňyz barada habarlar
notice-lead = Her gün seretmek gerek däl. Bir zat bolanda nädip bilmek isleýändigiňizi saýlaň.
notice-back = Ýüz tutma gaýt
notice-back-to-page = Habarlara gaýt
notice-form-too-old = Bu sahypa örän uzak açyk durdy. Hiç zat üýtgedilmedi. Formany ýene bir gezek iberiň.
notice-too-many-addresses = Bu ýüz tutma üçin mundan köp salgy bolup bilmez. Olaryň birini duruzyň ýa-da tassyklanmadyklaryň öçürilmegine garaşyň: üç gün.
notice-too-many-feeds = Bu ýüz tutma üçin mundan köp lenta salgysy bolup bilmez. Ilki birini yzyna alyň.
notice-held-up = Bu ýerden ýa-da bu ýüz tutma boýunça örän köp sorag geldi. Hiç zat iberilmedi. Ertir synanyşyň.

notice-mail-title = Poçta arkaly
notice-mail-none = Bu ulgam hat ibermeýär. Lentany alyň ýa-da ýüz tutma wagtal-wagtal serediň.
notice-mail-what = Hat bir zadyň bolandygyny aýdýar, ýöne näme ýazylandygyny aýtmaýar: ony şu ýerde okaýarsyňyz. Salgyňyz ýapyk saklanýar. Işgärler ony-da, size hat barýandygyny-da görmeýär.
notice-sealed-title = Bu ýüz tutmada adyňyz ýapyk
notice-sealed = Hat bu saýtyň size ýazýandygyny poçta gullugyňyza we aragatnaşygyňyza syn edýän adama görkezýär. Bu ýüz tutma boýunça her hat bir sagatdan alty sagada çenli giç gelýär we belgini-de, edarany-da, näme bolandygyny-da aýtmaýar. Şübhelenseňiz, salgy bermäň we ýüz tutma wagtal-wagtal serediň.
notice-address-address = Poçta salgyňyz
notice-address-address-hint = Ilki muny isleýändigiňizi soraýan hat gelýär.
notice-address-address-missing = Hatlaryň barmaly salgysyny ýazyň
notice-address-address-wrong-shape = Salgyny barlaň: ol name@example.org ýaly bolmaly
notice-address-send = Maňa sorag iberiň
notice-address-list = Hat alýan salgylar
notice-address-confirmed = Tassyklanan güni:
notice-address-stop = Bu hatlary duruz

notice-feed-title = Lenta arkaly
notice-feed-what = Lenta okaýan programma siziň ýeriňize seredýär. Ol ýüz tutmanyň her ädimini senesi bilen görkezýär: tekst ýok, at ýok.
notice-feed-who = Lentanyň salgysyny bilýän adam ýüz tutma siziň ýaly syn edip biler. Ony hiç kime bermäň. Ony islän wagtyňyz şu ýerde yzyna alyp bilersiňiz.
notice-feed-sealed = Ýapyk ýüz tutmanyň lentasy belgini-de, edarany-da aýtmaýar. Aragatnaşygyňyza syn edýän adam bu saýta girýändigiňizi beýleki sahypalardaky ýaly görýär.
notice-feed-make = Lenta salgysyny döret
notice-feed-list = Ulanylýan lenta salgylary
notice-feed-made = Döredilen güni:
notice-feed-withdraw = Bu salgyny yzyna al
notice-feed-made-title = Lentaňyzyň salgysy
notice-feed-made-lead = Ony häzir lenta okaýan programmaňyza göçüriň. Ol diňe bir gezek görkezilýär.
notice-feed-open = Lentany aç
notice-feed-lost = Ýitirseňiz, ony yzyna alyň we täzesini dörediň.
notice-feed-name = Ýüz tutma

notice-asked-title = Poçtaňyza serediň
notice-asked-lead = Ýazan salgyňyza hat barýar. Ondaky salgylanmany açyň we şol ýerdäki düwmä basyň.
notice-asked-when = Ol birnäçe minutda gelýär. Salgylanma üç gün işleýär.
notice-asked-when-sealed = Adyňyz ýapyk bolansoň, ol bir sagatdan alty sagada çenli wagtdan gelýär: wagtyna görä kimiň sorandygyny hiç kim bilmez. Salgylanma üç gün işleýär.
notice-asked-not-come = Gelmese: salgyny barlaň, gereksiz hatlaryň bukjasyna serediň. Bir salgy üçin günde üçden köp şeýle hat iberilmeýär.
notice-asked-folder = Bu görkezme: hatlar onuň işleýän kompýuterinde maglumatlaryň «mail» bukjasyna salynýar.

## Behind the links of a mail
notice-confirm-asked-title = Bu hatlary isleýärsiňizmi?
notice-confirm-asked = Bir ýüz tutma syn edýän adam siziň salgyňyzy ýazdy. Ol siz bolsaňyz, düwmä basyň. Däl bolsaňyz, bu sahypany ýapyň: hiç zat gelmez.
notice-confirm-send = Hawa, hat iberiň
notice-confirm-done-title = Tassyklandy
notice-confirm-done = Indi bir zat bolanda hat gelýär. Her hatda olary duruzýan salgylanma bar.
notice-confirm-unknown-title = Bu salgylanma indi işlemeýär
notice-confirm-unknown = Oňa üç günden köp boldy ýa-da hatlar duruzyldy. Hiç zat üýtgedilmedi. Hat almak üçin ýüz tutmaňyzy açyň we salgyňyzy ýene ýazyň.
notice-leave-asked-title = Bu hatlary duruzmalymy?
notice-leave-asked = Salgyňyz derrew öçürilýär. Ýüz tutma öňküsi ýaly dowam edýär.
notice-leave-send = Hawa, duruz
notice-leave-done-title = Indi hat gelmez
notice-leave-done = Salgyňyz öçürildi. Ýüz tutma öňküsi ýaly dowam edýär, oňa islän wagtyňyz seredip bilersiňiz.

## Mails
notice-mail-subject = Täze habar bar
notice-mail-confirm = Bir ýüz tutma baradaky habarlaryň bu salga iberilmegi soraldy.
notice-mail-confirm-link = Ol siz bolsaňyz, şu salgylanmany açyň we düwmä basyň:
notice-mail-confirm-not-you = Siz däl bolsaňyz, hiç zat etmäň. Salgyňyz üç günden öçürilýär.
notice-mail-already = Ýüz tutma baradaky habarlar bu salga eýýäm gelýär. Hiç zat etmek gerek däl.
notice-mail-number = Ýüz tutma { $number }
notice-mail-sealed = Bir zat boldy. Howpsuz bolanda serediň.
notice-mail-look = Näme ýazylandygy diňe saýtda. Okamak üçin:
notice-mail-codes = Hiç kim sizden kodlary poçta arkaly hiç haçan soramaz. Olary hiç kime ibermäň.
notice-mail-leave = Bu hatlary mundan beýläk almazlyk üçin:
notice-word-given = Ýüz tutmaňyz bir hünärmene berildi.
notice-word-passed-on = Ýüz tutmaňyz başga edara geçirildi. Ol size özi habar bermeli; möhlet öňküligine galýar.
notice-word-asked = Edara sizden bir zat soraýar. Jogap berýänçäňiz sagat diňe belli bir wagtlap durýar.
notice-word-extended = Ýüz tutmaňyzyň möhleti uzaldyldy.
notice-word-deadline-moved = Ýüz tutmaňyzyň möhleti süýşdi.
notice-word-hearing = Ýüz tutmaňyz boýunça diňleniş yglan edildi.
notice-word-replied = Ýüz tutmaňyz boýunça jogap bar.
notice-word-joined = Ýüz tutmaňyz başga biri bilen birleşdirildi. Jogap barybir berler.
notice-word-raised = Ýüz tutmaňyz edaranyň başlygyna ýetirildi: möhleti golaý ýa-da geçdi.
notice-word-withdrawn = Ýüz tutmaňyz yzyna alyndy. Ol siz däl bolsaňyz, tizräk dikeldiň: haýsy güne çenlidigi işiň sahypasynda ýazylan.
notice-word-erased = Ýüz tutmaňyzda bir zat öçürildi.
notice-word-something = Ýüz tutmaňyzda bir zat boldy.

## For whoever has signed somebody else's appeal
notice-signer-title = Gol çeken zadym barada habar
notice-signer-back = Gol çekmäge dolanmak
notice-signer-lead = Hat siziň gol çeken ýüz tutmaňyzda bir zadyň bolandygyny habar berip biler. Belgi we öz golunyň kody gerek.
notice-signer-sealed-title = Gol çekendigiňizi başga hiç kim bilmez
notice-signer-sealed = Hatlar bir sagatdan alty sagada çenli giç gelýär we belgini, edarany, näme bolandygyny, gol çekendigiňizi aýtmaýar. Poçta gullugyňyz we aragatnaşygyňyza seredýän adam bu saýtyň size ýazýandygyny barybir görýär. Ikirjiňlenseňiz, salgy bermäň. Goluňyzy yzyna alsaňyz, hatlar kesiler.
notice-signer-number = Belgi
notice-signer-number-missing = Belgini ýazyň
notice-signer-signature-code = Goluňyzyň kody
notice-signer-signature-code-missing = Gol çekeniňizde alan kodyňyzy ýazyň
notice-signer-signature-code-not-accepted = Bu belgi we kod bilen gol ýok
notice-signer-address = Poçta salgyňyz
notice-signer-address-hint = Ilki muny isleýändigiňizi soraýan hat geler.
notice-signer-address-missing = Hatlaryň iberiljek salgysyny ýazyň
notice-signer-address-wrong-shape = Salgyny barlaň: ol name@example.org ýaly bolmaly
notice-signer-full = Bu golda bolup biljek salgylaryň hemmesi bar. Tassyklanmadyklary üç günden pozulýar; her hatda ony kesýän baglanyşyk bar.
notice-signer-asked-when = Ol bir sagatdan alty sagatdan soň geler, kimiň soranyny wagtdan bilip bolmaz ýaly. Baglanyşyk üç gün işleýär.
notice-mail-signer = Siz bilen bu barada gürleşen adam has köp aýdyp biler.
