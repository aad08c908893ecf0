## Şikaýat kim hakynda
appeal-about-title = Şikaýat kim hakynda?
appeal-about-why = Hiç kimi görkezmek hökman däl. Kimi bellärseňiz, ol şikaýatyňyzy açyp-da, jogap berip-de bilmeýär we şikaýat onuň edarasyna iberilmeýär. Edaranyň özüni tutuş bellärseňiz, bu ol ýerde işleýänleriň ählisine degişli bolar.
appeal-about-officials = Kimden şikaýat: wezipeler we edaralar
appeal-about-officials-hint = Bilýän bolsaňyz, wezipäni, ýa-da edarany tutuş belläň. Nämäni belländigiňiz hiç haçan jemgyýete açylmaýar.
appeal-about-too-many = Iň köp { $count } sanysyny belläň. Wezipeler ondan köp bolsa, edarany tutuş belläň.
appeal-about-whole = Edara tutuş
appeal-about-whole-of = { $body }: edara tutuş
appeal-about-who = Öz sözleriňiz bilen
appeal-about-who-hint = Ady, otagy, nobatçylyk güni: onuň kimdigini aýdýan her zat. Bu tekstiňiziň ýanynda durýar we ony alyp barýan adam okaýar. Sözleriň özi hiç kimi çetleşdirmeýär; olarda wezipeli adamyň ady bar bolsa, kimi göz öňünde tutýandygyňyz soralýar.
appeal-about-meant-title = Şulardan birini göz öňünde tutýarsyňyzmy?
appeal-about-meant = Olaryň ady sözleriňizde bar
appeal-about-meant-hint = Kimi göz öňünde tutýan bolsaňyz, belläň: diňe şonda ol şikaýaty açyp bilmeýär. Hiç kim däl bolsa, dowam ediň. Ony şeýle atly adama berjek soň sebäbini aýtmaly, siz ony okarsyňyz.
appeal-about-nobody = hiç kim atlandyrylmady
appeal-about-elsewhere = Ol başga edaradamy?
appeal-about-search = Beýleki edaranyň ady ýa-da adynyň bir bölegi
appeal-about-search-hint = Meselem, welaýatyň düzümindäki etrap.
appeal-about-look = Gözlemek
appeal-about-found = Tapylanlar ýokardaky sanawda.
appeal-about-found-many = Tapylanlaryň ilkinjileri ýokardaky sanawda. Geregi olaryň arasynda ýok bolsa, adyny doluragyrak ýazyň.
appeal-about-found-none = Beýle atly edara ýok. Adynyň başga bölegini ýazyň.
appeal-higher-title = Muny kim alyp baryp biler?
appeal-higher-why = Şikaýatyňyz şu edaranyň başlygy hakynda: { $body }. Ony o ýerde birine diňe başlyk berip bilerdi, emma başlygyň ony açmaga haky ýok. Ony alyp barar ýaly adam galmaz.
appeal-higher-why-whole = Şikaýatyňyz şu edara tutuşlygyna degişli: { $body }. Ol ýerde işleýän hiç kim ony açyp ýa-da jogap berip bilmeýär. Diňe başga edara iberip bilerdiler.
appeal-higher-law = Şikaýaty hakynda ýazylan adamyň özi alyp barmaýar. Ony alan şol bir möhletde jogap bermeli.
appeal-higher-move-higher-body = Ýokardaky edara ibermek
appeal-higher-move-prosecutor = Prokuratura ibermek
appeal-higher-move-ombudsman = Adalatça ibermek
appeal-higher-stay = Öz saýlan edaramy goýmak
appeal-higher-stay-hint = Goýsaňyz hem şikaýat o ýerde hasaba alynýar. Möhlet gidýär, jogap gelmese, muny her kim görýär.

## Kim üçin
appeal-whom-title = Kim üçin ýazýarsyňyz?
appeal-whom-why = Ýazyp bilmeýän ýa-da gorkýan adam üçin özüniň ynanýan adamy ýazyp biler.
appeal-whom-whom = Siz ýazýarsyňyz
appeal-whom-whom-missing = Kim üçin ýazýandygyňyzy saýlaň
appeal-whom-whom-option-self = özüm üçin
appeal-whom-whom-option-another = başga adam üçin, öz adymdan
appeal-whom-whom-option-another-hint = Garyndaş, aklawçy ýa-da başga biri hökmünde. Ol adamy atlandyrmak hökman däl; jogap size geler.
appeal-whom-whom-option-together = başgalar bilen bilelikde
appeal-whom-whom-option-together-hint = Siz iberýärsiňiz, soňra başgalaryň hem gol çekmegi üçin kody paýlap bilersiňiz.
appeal-whom-relation = Başga adam üçin bolsa: siz oňa kim bolýarsyňyz?
appeal-whom-relation-missing = Kim üçin ýazýan bolsaňyz, oňa kim bolýandygyňyzy aýdyň
appeal-whom-relation-option-relative = garyndaş
appeal-whom-relation-option-lawyer = aklawçy
act-relation = Başga adam üçin iberen
appeal-whom-relation-option-other = başga biri

## Kim bilip biler
appeal-identity-title = Muny siziň ýazandygyňyzy kim bilip biler?
appeal-identity-why = Edara üç ýagdaýda hem, şol bir möhletde jogap bermeli.
appeal-identity-identity = Adyňyzy kim bilip biler
appeal-identity-identity-missing = Adyňyzy kimiň bilip biljekdigini saýlaň
appeal-identity-identity-not-an-option = Başga biri üçin ýa-da başgalar bilen ýazýan adyny aýdýar: görkezilsinmi ýa-da möhürli galsynmy, saýlaň
appeal-identity-identity-option-shown = Işi alyp barýan wezipeli görüp biler
appeal-identity-identity-option-shown-hint = Ol her gezek açylanda, bu ýazga girizilýär.
appeal-identity-identity-option-sealed = Möhürli: edara işi adymsyz alyp barýar
appeal-identity-identity-option-sealed-hint = At, salgy we aragatnaşyk şifrlenen galýar. Jogap size barybir şu saýtda gelip ýetýär.
appeal-identity-identity-option-nameless = Atsyz: hiç kime aýdylmaýar
appeal-identity-identity-option-nameless-hint = At hem, salgy hem, hasap hem soralmaýar we saklanmaýar. Jogaby diňe belgi we açar bilen alýarsyňyz.
appeal-identity-with-name = Başga biri üçin ýa-da başgalar bilen ýazýan adyny aýdýar; ol möhürli galyp biler.

## Duýduryş
appeal-warning-title = Sizi näme tanadyp biler
appeal-warning-safer = Ilki has howpsuz ýollar
appeal-warning-safer-why = Tanalmagyňyz size howply bolsa, şu ýerden ibermäň.
appeal-warning-lawyer = Aklawçy ýa-da garyndaş öz adyndan iberip biler:
appeal-warning-lawyer-link = «başga adam üçin» diýeni saýlaň
appeal-warning-abroad = Daşary ýurtdaky garyndaş başga liniýadan iberip biler; oňa telefonda diňe hiç kim diňlemese okaň.
appeal-warning-paper = Kagyzda islendik adam tabşyryp biler, liniýada yz galmaýar:
appeal-warning-paper-link = salgylar we kabul ediş sagatlary
appeal-warning-gives-away = Şu ýerde dowam etseňiz
appeal-warning-line = Şu liniýa sizi tanadyp biler. Hyzmat berýän ýeke, ol siziň şu saýtdadygyňyzy we haçandygyny görýär.
appeal-warning-cafe = Şu kafe ýa-da şu kompýuter sizi tanadyp biler: ol pasportyňyzy we ýazylýany belläp biler.
appeal-warning-story = Gürrüňiňiz sizi tanadyp biler: diňe siziň bilip biljek zadyňyz kimiň ýazandygyny aýdýar.
appeal-warning-files = Faýllaryňyz hem: diňe sizde bar bolan surat ýa-da hat.
appeal-warning-we-do = Bu ýerde näme edilýär
appeal-warning-sealed = Adyňyz şifrlenýär we işi alyp barýanlardan gizlin saklanýar. Köpçülige açyk ýazgy indiki gije tötän pursatda goşulýar, eger subutnamany derrew saýlamasaňyz. Liniýaňyzyň salgysy onuň ýanynda saklanmaýar.
appeal-warning-nameless = Sizi atlandyrýan hiç zat soralmaýar we saklanmaýar. Köpçülige açyk ýazgy indiki gije tötän pursatda goşulýar, eger subutnamany derrew saýlamasaňyz. Liniýaňyzyň salgysy onuň ýanynda saklanmaýar.
appeal-warning-signed-in-title = Siz hasabyňyza girdiňiz
appeal-warning-signed-in = Atsyz ýüz tutma hiç bir hasaba degişli däl. Dowam etseňiz, şu brauzerde hasapdan çykarsyňyz; ýazanlaryňyz galar.
appeal-warning-understood = Okadym: şu liniýa, şu ýer we gürrüňim kimdigimi aýdyp biler
appeal-warning-understood-missing = Sizi näme tanadyp biljekdigini okandygyňyzy belläň ýa-da has howpsuz ýoly saýlaň
appeal-warning-leave-and-go-on = Hasapdan çykyp, atsyz dowam etmek
appeal-you-why-nameless = Sizi atlandyrýan hiç zat soralmaýar. Diňe açyk ýazgynyň pursadyny saýlaýarsyňyz.

## Sözler boýunça maslahat
hint-emergency-title = Bu ýerde jogaba garaşmaň: jaň ediň
hint-emergency-title-without = Bu ýerde jogaba garaşmaň: kömege çagyryň
hint-emergency-gas = Gaz ysy: penjireleri açyň, ot ýakmaň, daşary çykyň.
hint-emergency-fire = Ýangyn: hemmeleri daşary çykaryň.
hint-emergency-violence = Zorluk ýa-da jana howp: adamly ýere baryň.
hint-emergency-health = Duýdansyz kesel ýa-da şikes: ony ýeke goýmaň.
hint-emergency-do-not-wait = Ýüz tutmalary derrew okaýan ýok. Muny barybir iberip bilersiňiz.
hint-elsewhere-title = Belki, başga ýol dogrudyr
hint-elsewhere-court = Kazyýetiň çözen ýa-da garaýan işini diňe kazyýet üýtgedip biler. Galan hemme zat barada edara jogap berip biler.
hint-elsewhere-election = Saýlaw baradaky şikaýatlar saýlaw toparyna berilýär; onuň möhletleri gysga.
hint-elsewhere-crime = Jenaýat barada polisiýa ýa-da prokurora habar berilýär; olar size talon bermeli.
hint-elsewhere-go-on = Gürrüň başga zat barada bolsa, dowam ediň: jogap alarsyňyz.

## API sözlemleri
api-nameless-takes-no-identity = Atsyz ýüz tutma identity kabul etmeýär: ony goşmaň
api-nameless-shows-nothing = Atsyz ýüz tutmanyň görkezer ýaly ady ýok: identityShown false bolmaly
api-relation-needs-name = Başga biri üçin ýazýan öz adyny aýdýar
api-identity-missing = Kimiň ýazýandygyny aýdyň ýa-da nameless: true beriň
api-warning-not-read = Ilki ýüz tutýana liniýanyň, ýeriň we gürrüňiň ony tanadyp biljekdigini aýdyň, soňra warningRead: true beriň
api-complaint-not-a-complaint = Diňe şikaýat wezipeliler hakynda bolýar
api-complaint-no-such-post = Wezipe ýa-da sözler kabul edilmedi: edaralary we wezipeleri şu API-niň berşi ýaly ýazyň
api-complaint-too-many = Iň köp alty wezipe we edara görkeziň
api-complaint-names-the-head = Şikaýat şu edara ýa-da onuň başlygy hakynda, o ýerde ony alyp barar ýaly adam galmaz: şulardan birine iberiň: { $bodies }; ýa-da staysWithBody: true beriň
