## На кого жалоба
appeal-about-title = На кого жалоба?
appeal-about-why = Называть никого не обязательно. Тот, кого вы назовёте, не сможет ни открыть жалобу, ни ответить на неё, и в его орган её обратно не отправят.
appeal-about-officials = На кого жалуются
appeal-about-officials-hint = Отметьте должность, если знаете её. Отмеченные должности никогда не публикуются.
appeal-about-too-many = Отметьте не больше { $count } должностей. Остальное можно написать в тексте.
appeal-about-who = Своими словами
appeal-about-who-hint = Имя, кабинет, день дежурства: всё, по чему понятно, кто это. Это останется при тексте, и его прочтёт тот, кто им занимается.
appeal-about-nobody = никто не назван
appeal-higher-title = Кто сможет этим заняться?
appeal-higher-why = Ваша жалоба на руководителя этого органа: { $body }. Поручить её кому-то там мог бы только руководитель, а он не вправе её открыть. Заниматься ею было бы некому.
appeal-higher-law = Жалобой не занимается тот, на кого она подана. Тот, кто её получит, обязан ответить в тот же срок.
appeal-higher-move-higher-body = Отправить в вышестоящий орган
appeal-higher-move-prosecutor = Отправить в прокуратуру
appeal-higher-move-ombudsman = Отправить омбудсмену
appeal-higher-stay = Оставить выбранный орган
appeal-higher-stay-hint = Если оставить, жалоба всё равно будет там зарегистрирована. Срок идёт, и каждый увидит, если ответа нет.

## За кого
appeal-whom-title = За кого вы пишете?
appeal-whom-why = За того, кто не может писать или боится, может написать тот, кому он доверяет.
appeal-whom-whom = Вы пишете
appeal-whom-whom-missing = Выберите, за кого вы пишете
appeal-whom-whom-option-self = за себя
appeal-whom-whom-option-another = за другого человека, от своего имени
appeal-whom-whom-option-another-hint = Как родственник, адвокат или кто-то ещё. Называть этого человека не обязательно; ответ придёт вам.
appeal-whom-whom-option-together = вместе с другими
appeal-whom-whom-option-together-hint = Вы отправляете, а потом можете передать код, по которому подпишутся и другие.
appeal-whom-relation = Если за другого: кто вы ему?
appeal-whom-relation-missing = Скажите, кто вы тому, за кого пишете
appeal-whom-relation-option-relative = родственник
appeal-whom-relation-option-lawyer = адвокат
act-relation = Подано за другого человека; кто подал
appeal-whom-relation-option-other = кто-то ещё

## Кому можно знать
appeal-identity-title = Кому можно знать, что это вы?
appeal-identity-why = Орган обязан ответить во всех трёх случаях и в тот же срок.
appeal-identity-identity = Кому можно знать ваше имя
appeal-identity-identity-missing = Выберите, кому можно знать ваше имя
appeal-identity-identity-option-shown = Его может видеть тот, кто этим занимается
appeal-identity-identity-option-shown-hint = Каждый раз, когда его открывают, это вносится в журнал.
appeal-identity-identity-option-sealed = Запечатано: орган занимается без моего имени
appeal-identity-identity-option-sealed-hint = Имя, адрес и связь остаются зашифрованными. Ответ всё равно дойдёт до вас на этом сайте.
appeal-identity-identity-option-nameless = Без имени: никому
appeal-identity-identity-option-nameless-hint = Ни имя, ни адрес, ни учётная запись не спрашиваются и не хранятся. Ответ вы получаете только по номеру и секрету.
appeal-identity-with-name = Кто пишет за другого или вместе с другими, называет своё имя; оно может остаться запечатанным.

## Предупреждение
appeal-warning-title = Что может вас выдать
appeal-warning-safer = Сначала более безопасные пути
appeal-warning-safer-why = Если вам опасно быть узнанным, не отправляйте отсюда.
appeal-warning-lawyer = Адвокат или родственник может отправить от своего имени:
appeal-warning-lawyer-link = выберите «за другого человека»
appeal-warning-abroad = Родственник за границей может отправить по другой линии; читайте ему по телефону, только если никто не слушает.
appeal-warning-paper = На бумаге подать может кто угодно, и на линии следа не останется:
appeal-warning-paper-link = адреса и часы приёма
appeal-warning-gives-away = Если продолжить здесь
appeal-warning-line = Эта линия может вас выдать. Провайдер один, и он видит, что вы на этом сайте и когда.
appeal-warning-cafe = Это кафе или этот компьютер может вас выдать: там могут записать паспорт и всё, что набирают.
appeal-warning-story = Ваша история может вас выдать: то, что можете знать только вы, говорит, кто писал.
appeal-warning-files = И файлы тоже: снимок или письмо, которые есть только у вас.
appeal-warning-we-do = Что делается здесь
appeal-warning-sealed = Ваше имя зашифровано и скрыто от тех, кто этим занимается. Строка в открытом журнале появится следующей ночью в случайный момент, если вы не выберете доказательство сразу. Адрес вашей линии при ней не хранится.
appeal-warning-nameless = Ничего, что назвало бы вас, не спрашивается и не хранится. Строка в открытом журнале появится следующей ночью в случайный момент, если вы не выберете доказательство сразу. Адрес вашей линии при ней не хранится.
appeal-warning-signed-in-title = Вы вошли в учётную запись
appeal-warning-signed-in = Обращение без имени не относится ни к какой учётной записи. Если продолжить, вы выйдете из неё в этом браузере; написанное останется.
appeal-warning-understood = Понятно: эта линия, это место и моя история могут сказать, кто я
appeal-warning-understood-missing = Отметьте, что прочитали, что может вас выдать, или выберите более безопасный путь
appeal-warning-leave-and-go-on = Выйти и продолжить без имени
appeal-you-why-nameless = Ничего, что назвало бы вас, не спрашивается. Вы выбираете только момент записи в открытый журнал.

## Подсказки по словам
hint-emergency-title = Не ждите ответа здесь: звоните
hint-emergency-gas = Запах газа. Откройте окна, не зажигайте огонь, выйдите:
hint-emergency-fire = Пожар:
hint-emergency-violence = Насилие или угроза жизни:
hint-emergency-health = Внезапная болезнь или травма:
hint-emergency-do-not-wait = Обращения не читают сразу. Отправить его можно всё равно.
hint-elsewhere-title = Возможно, верный путь другой
hint-elsewhere-court = То, что решил или рассматривает суд, может изменить только суд. Обо всём остальном орган может ответить.
hint-elsewhere-election = Жалобы на выборы подают в избирательную комиссию; сроки там короткие.
hint-elsewhere-crime = О преступлении сообщают полиции или прокурору; они обязаны выдать вам талон.
hint-elsewhere-go-on = Если дело в другом, продолжайте: ответ вы получите.

## Предложения API
api-nameless-takes-no-identity = Обращение без имени не принимает identity: не передавайте его
api-nameless-shows-nothing = У обращения без имени нечего показывать: identityShown должно быть false
api-relation-needs-name = Кто пишет за другого, называет своё имя
api-identity-missing = Назовите, кто пишет, или передайте nameless: true
api-warning-not-read = Сначала скажите заявителю, что линия, место и история могут его выдать, затем передайте warningRead: true
api-complaint-not-a-complaint = Только жалоба бывает на должностных лиц
api-complaint-no-such-post = Должность или строка слов не принята: указывайте органы и должности так, как их даёт это API
api-complaint-names-the-head = Жалоба на руководителя этого органа, заниматься ею там было бы некому: отправьте в один из { $bodies } или передайте staysWithBody: true
