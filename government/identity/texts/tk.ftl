sign-in-title = Giriş
sign-in-lead = Belgiňiz, parolyňyz we kod sahypaňyz gerek.
sign-in-shared = Umumy kompýuter ondan çykanyňyzda we on minut dynçlykdan soň sizi ýatdan çykarar. Kompýuteriň eýesi ýazýan zadyňyzy belläp biler; her kod diňe bir gezek işleýär.
sign-in-without = Girmezden hem ýüz tutup we onuň barşyny görüp bolýar.
sign-in-number = Belgiňiz
sign-in-number-hint = Sekiz san, kod sahypasynyň ýokarsynda
sign-in-number-wrong-shape = Belgini barlaň: bir san ýalňyş ýa-da galdyrylan
sign-in-password = Parol
sign-in-password-not-accepted = Belgi ýa-da parol dogry däl
sign-in-send = Indiki
sign-in-too-many-title = Synanyşyk köp boldy
sign-in-too-many = Bu belgi bilen ýa-da bu ýerden synanyşyk köp boldy. On bäş minut garaşyp, täzeden synanyşyň.
sign-in-code-title = Sahypaňyzdaky kod
sign-in-code-asked = Şu sanly kody ýazyň: { $position }.
sign-in-code-code = Kod
sign-in-code-code-hint = Sekiz harp we san, meselem 7Q2M-X4WD. Soň üstüni çyzyň: ol diňe bir gezek işleýär.
sign-in-code-code-wrong-shape = Kody barlaň: onda sekiz harp we san bar
sign-in-code-code-not-accepted = Bu soralan kod däl
sign-in-code-another = Öňki kod şol aralykda ulanyldy. Indiki kody ýazyň.
sign-in-code-send = Girmek
sign-in-locked-title = Kod sahypaňyz ýapyldy
sign-in-locked = Bäş gezek ýalňyş kod ýazyldy. Islendik kabul ediş penjiresinden täze sahypa alyň; pasportyňyzy ýanyňyz bilen alyň. Ýüz tutmalaryňyz öz ýoly bilen dowam edýär.
sign-in-used-up-title = Kod sahypaňyz gutardy
sign-in-used-up = Islendik kabul ediş penjiresinden täze sahypa alyň; pasportyňyzy ýanyňyz bilen alyň.
sign-in-begin-again-title = Täzeden başlaň
sign-in-begin-again = Bäş minutdan köp wagt geçdi ýa-da bu brauzer biziň bellik faýlymyzy (cookie) saklamaýar. Ol brauzer ýapylýança ýaşaýar we siz barada hiç zat aýtmaýar.
sign-in-again = Täzeden başlamak
account-title = Siziň ýeriňiz
account-number = Belgiňiz
account-offices = Wezipeleriňiz
account-role-operator = kabul ediş bölümi
account-role-helper = kömekçi
account-role-official = hünärmen
account-role-head = ýolbaşçy
account-role-auditor = barlagçy
account-role-controller = gözegçi
account-few-codes =
    { $count ->
        [0] Sahypaňyzda kod galmady. Islendik kabul ediş penjiresinden täze sahypa alyň.
       *[other] Sahypaňyzda galan kodlar: { $count }. Islendik kabul ediş penjiresinden täze sahypa alyň.
    }
account-sessions = Giren ýerleriňiz
account-session-since = Giriş
account-session-seen = Soňky gezek
account-session-here = şu brauzer
account-session-end-this = Girişi tamamlamak: { $since }
account-sessions-end-others = Beýlekileriň hemmesini tamamlamak
account-session-action = Hereket
