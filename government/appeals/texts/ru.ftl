## Первая страница
appeal-title = Обратиться в государственный орган
appeal-lead = Жалоба, заявление, предложение, запрос или сообщение в министерство или местную администрацию. Орган обязан ответить вам, и каждый видит, отвечает ли он.
appeal-emergency-title = Опасность для жизни или здоровья?
appeal-emergency = Здесь никто не прочтёт это сразу. Сначала позовите на помощь.
appeal-ready-title = Что приготовить
appeal-ready-what = Что случилось, где и когда, и о чём вы просите.
appeal-ready-who = Ваше имя и адрес для ответа. Увидит ли имя исполнитель, решаете вы.
appeal-ready-file =
    { $count ->
        [one] Если хотите, { $count } файл: документ или снимок.
        [few] Если хотите, до { $count } файлов: документы или снимки.
       *[other] Если хотите, до { $count } файлов: документы или снимки.
    }
appeal-ready-paper = Бумагу и ручку, чтобы записать номер и коды.
appeal-no-refusal = Отправленное регистрируется сразу. Отказать в регистрации не может никто.
appeal-without-account = Учётная запись не нужна. У кого она есть, может сначала войти: тогда обращение видно в ней.
appeal-to-body = Куда:
appeal-begun = Вы уже начали писать. Написанное всё ещё здесь.
appeal-go-on = Писать дальше
appeal-start-button = Начать
appeal-start-anew = Стереть написанное и начать заново
appeal-shared-title = На общем компьютере или в интернет-кафе
appeal-shared = Хозяин компьютера и линии связи может видеть, что вы делаете. Сайт помнит написанное, пока открыт браузер, и удаляет его через двенадцать часов. Обращение можно подать и через адвоката или родственника, и на бумаге.
appeal-continue-link = Продолжить по коду
appeal-back = Назад
appeal-next = Дальше
appeal-save = Сохранить и продолжить потом
appeal-change = Изменить
appeal-place = Вопрос { $number } из { $count }

## Вид
appeal-kind-title = Что вы хотите подать?
appeal-kind-kind = Вид
appeal-kind-kind-hint = Если сомневаетесь, выберите самое близкое. Орган обязан ответить в любом случае.
appeal-kind-kind-missing = Выберите, что вы хотите подать
appeal-kind-kind-option-filed-complaint = Жалоба
appeal-kind-kind-option-filed-complaint-hint = Нарушено ваше или чьё-то право; решение или должностное лицо неправы.
appeal-kind-kind-option-filed-application = Заявление
appeal-kind-kind-option-filed-application-hint = Вы просите что-то для вас сделать.
appeal-kind-kind-option-filed-suggestion = Предложение
appeal-kind-kind-option-filed-suggestion-hint = Вы знаете, как сделать что-то лучше.
appeal-kind-kind-option-filed-request = Запрос сведений
appeal-kind-kind-option-filed-request-hint = Вы хотите узнать то, что известно органу.
appeal-kind-kind-option-filed-message = Сообщение
appeal-kind-kind-option-filed-message-hint = Что-то сломано или опасно: дорога, труба, фонарь.
appeal-kind-kind-option-filed-elsewhere = Подано в другом месте
appeal-kind-kind-option-received = Получено от другого органа

## Какой орган
appeal-body-title = Какой орган должен ответить?
appeal-body-why = Чтобы найти его, хватит нескольких слов. После отправки обращения они не хранятся.
appeal-body-search-matter = О чём?
appeal-body-search-matter-hint = Как сказали бы вслух: нет газа, пенсия, школа.
appeal-body-search-place = Где?
appeal-body-search-place-hint = Село, район или город
appeal-body-search = Найти орган
appeal-body-found = Подходят эти органы
appeal-body-wrong-is-forwarded = Если выбрать не тот, ничего не пропадёт: он обязан переслать обращение в срок, который даёт закон.
appeal-body-local = отвечает за это место
appeal-body-none = По этим словам орган не найден. Попробуйте другие или выберите из полного списка.
appeal-body-all = Выбрать из полного списка
appeal-body-body = Государственный орган
appeal-body-body-missing = Выберите орган
appeal-body-body-not-an-option = Выберите орган из списка

## Текст
appeal-text-title = Что вы хотите сказать?
appeal-text-why = Напишите, что случилось, где и когда, и что орган должен сделать. Это прочтёт исполнитель.
appeal-text-why-suggestion = Напишите, что и как можно улучшить. Это прочтёт исполнитель.
appeal-text-subject = Кратко
appeal-text-subject-hint = Несколько слов, например: на нашей улице с сентября нет газа
appeal-text-text = Текст
appeal-text-text-hint = Не называйте людей, которым это может навредить. Если ваше имя должно остаться закрытым, не подписывайте текст.

## Файлы
appeal-file-title = Файлы
appeal-file-why = Можно приложить файлы: документ, снимок, прежний ответ. Можно идти дальше и без них.
appeal-file-attachment = Добавить файл
appeal-file-hint =
    { $count ->
        [one] { $count } файл не больше { $size } МиБ: PDF, JPEG, PNG, ODT, DOCX или простой текст (UTF-8). В снимке с телефона может быть записано место съёмки.
        [few] До { $count } файлов не больше { $size } МиБ каждый: PDF, JPEG, PNG, ODT, DOCX или простой текст (UTF-8). В снимке с телефона может быть записано место съёмки.
       *[other] До { $count } файлов не больше { $size } МиБ каждый: PDF, JPEG, PNG, ODT, DOCX или простой текст (UTF-8). В снимке с телефона может быть записано место съёмки.
    }
appeal-file-add = Добавить этот файл
appeal-file-list = Добавленные файлы
appeal-file-remove = Убрать: { $name }
appeal-file-none = нет
appeal-file-none-chosen = Сначала выберите файл
appeal-file-full =
    { $count ->
        [one] Добавлен { $count } файл, больше не поместится.
        [few] Добавлены { $count } файла, больше не поместится.
       *[other] Добавлено { $count } файлов, больше не поместится.
    }
appeal-file-empty = Файл пуст. Выберите другой.
appeal-file-too-large = Файл больше { $size } МиБ. Уменьшите его или отправьте часть.
appeal-file-kind-not-taken = Файлы такого вида не принимаются. Содержимое должно быть PDF, JPEG, PNG, ODT, DOCX без макросов или простым текстом (UTF-8), что бы ни стояло в имени.
appeal-size-kibibytes = { $count } КиБ
appeal-size-mebibytes = { $count } МиБ

## Кто пишет
appeal-you-title = Кто вы?
appeal-you-why = Имя и адрес нужны органу, чтобы ответить вам. В открытую запись они не попадают никогда.
appeal-you-name = Ваше имя
appeal-you-name-hint = Имя и фамилия
appeal-you-address = Адрес для ответа
appeal-you-address-hint = Населённый пункт, улица, дом
appeal-you-contact = Телефон или электронная почта
appeal-you-contact-hint = Только если орган может вам туда звонить или писать
appeal-you-contact-none = не указано
appeal-you-proof = Когда внести доказательство?
appeal-you-proof-hint = Если ничего не выбрать, берётся более поздний момент.
appeal-you-proof-option-later = Следующей ночью, в случайный момент, не позже чем через 24 часа
appeal-you-proof-option-later-hint = Безопаснее: открытая запись скажет день, но не час, и её нельзя сопоставить с тем, кто сидел в этом кафе. Срок всё равно идёт с этой минуты.
appeal-you-proof-option-at-once = Сразу
appeal-you-proof-option-at-once-hint = Доказательство можно взять с собой сейчас; в открытой записи будет видна эта минута.
appeal-you-account = Вы вошли: обращение будет видно в вашей учётной записи, под названием «Мои обращения».
appeal-you-no-account = Вы не вошли: за обращением можно следить по номеру и кодам с расписки.

## Проверить и отправить
appeal-check-title = Проверьте, что вы отправляете
appeal-check-then = Что будет после отправки
appeal-check-registered = Обращение сразу регистрируется и получает номер.
appeal-check-due = Если отправить сейчас, срок ответа: { $date }.
appeal-check-record = В открытой записи видно, что в этот орган подано обращение и к какому дню он должен ответить. Ни текста, ни имени там нет.
appeal-send = Отправить

## Сохранить и продолжить потом
appeal-saved-title = Написанное сохранено под этим кодом
appeal-saved-write-down = Запишите код. Он показан только сейчас:
appeal-saved-how = На этом или другом компьютере выберите «Продолжить по коду».
appeal-saved-until = Хранится 30 дней, зашифровано этим кодом, при отправке удаляется.
appeal-saved-who = Кто найдёт код, сможет прочесть написанное.
appeal-saved-not-sent = Пока ничего не отправлено, и срок не идёт.
appeal-continue-title = Продолжить по коду
appeal-continue-lead = В коде двенадцать букв и цифр. Вы получили его, когда выбрали «Сохранить и продолжить потом».
appeal-continue-code = Код
appeal-continue-code-hint = Например, 7Q2M-X4WD-9KTB
appeal-continue-code-wrong-shape = Проверьте код: в нём двенадцать букв и цифр
appeal-continue-code-not-accepted = Под этим кодом ничего нет. Проверьте его; сохранённое удаляется через 30 дней.
appeal-continue-send = Продолжить
appeal-continue-held-up = Отсюда пробовали слишком много кодов. Подождите четверть часа и попробуйте снова; сохранённое не пропадёт.

## Что только что произошло
said-visit-ended-title = За это время ваш визит закончился
said-visit-ended = От этого браузера долго ничего не было, и ради безопасности он здесь забыт. То, что вы сейчас написали, сохранено. Если вы входили, войдите снова, прежде чем отправить.
said-form-too-old-title = Страница была открыта слишком долго
said-form-too-old = Ничего не отправлено. Проверьте ещё раз и отправьте сейчас.
said-entered-title = Внесено
said-entered = Это стоит в конце списка событий.

## Расписка
receipt-title = Расписка
receipt-heading = Ваше обращение зарегистрировано
receipt-lead = Запишите номер и код состояния или напечатайте эту страницу.
receipt-number = Номер
receipt-status-code = Код состояния
receipt-filed-at = Подано
receipt-accepted-by = Приняли
receipt-accepted-by-register = Реестр органа ({ $body }), сразу и без участия человека
receipt-fingerprint = Отпечаток дня
receipt-fingerprint-none = сегодня ещё нет
receipt-keep = По номеру и коду состояния каждый увидит, на каком этапе дело: даты, но не текст и не имя.
receipt-print = Чтобы напечатать: нажмите Ctrl и P или выберите «Печать» в меню браузера.
receipt-next-title = Что будет дальше
receipt-next-registered = Обращение уже у органа.
receipt-next-forward = Если отвечает другой орган, обращение должны переслать в срок, который даёт закон. От вас ничего не нужно, срок остаётся.
receipt-next-official = Руководитель поручит его исполнителю. Вы увидите имя.
receipt-next-answer = Ответ придёт на этот сайт: с основаниями и с тем, куда можно обратиться дальше.
receipt-next-dispute = Если ответ не отвечает, вы можете это заявить, и срок снова действует.
receipt-record-title = В открытой записи
receipt-in-record = Обращение стоит в открытой записи, и незаметно убрать его оттуда нельзя.
receipt-queued = Орган подписал, что получил обращение. Запись появится сама; посмотрите позже по своему номеру.
receipt-delayed = Сейчас у вас подписанное слово органа, что обращение у него; это ещё не доказательство. Запись в открытый журнал появится сама следующей ночью, в случайный момент, не позже чем через 24 часа, как вы выбрали. Посмотрите позже по своему номеру. Срок идёт с этой минуты.
receipt-to-case = К обращению
receipt-more-title = Если хотите взять с собой больше
receipt-no-account = Вы подали без учётной записи: чтобы прочесть ответ здесь, понадобится и секрет. Код состояния покажет лишь, что ответ пришёл.
receipt-account = Обращение видно в вашей учётной записи. Код для этого не нужен.
receipt-secret-title = Секрет
receipt-secret = Секрет
receipt-secret-what = С номером и секретом можно на любом компьютере прочесть ответ, возразить и дополнить.
receipt-secret-who = Кто его найдёт, сможет то же от вашего имени и прочтёт всё. Не храните его там, где вас могут обыскать.
receipt-secret-apart = Храните его отдельно от номера или выучите наизусть. Когда визит закончится, получить его снова нельзя.
receipt-secret-show = Показать секрет
receipt-files-title = Файлы для проверки
receipt-file-what = Файл расписки доказывает, что обращение зарегистрировано, и не выдаёт ни текста, ни имени.
receipt-file-get = Скачать расписку
receipt-opening-what = Файл раскрытия доказывает ещё и то, что вы написали, слово в слово, с именем и файлами.
receipt-opening-who = Кто найдёт этот файл на компьютере или на флешке, прочтёт всё.
receipt-opening-get = Скачать файл раскрытия
receipt-back = Назад к расписке

## Открыть обращение
case-open-title = Следить за обращением
case-open-link = Следить за обращением
case-open-lead = Нужны номер и один из двух кодов. Код состояния показывает, на каком этапе дело; секрет открывает всё.
case-open-number = Номер
case-open-number-hint = Например, 26-4711-8302-5
case-open-number-wrong-shape = Проверьте номер: одна цифра неверна или пропущена
case-open-code = Код состояния или секрет
case-open-code-hint = Восемь или шестнадцать букв и цифр
case-open-code-wrong-shape = Проверьте код: в нём восемь или шестнадцать букв и цифр
case-open-code-not-accepted = Номер и код не подходят друг к другу
case-open-send = Открыть
case-open-lost = Если коды потеряны, новых не даст никто: дело всё равно идёт. Кто подавал с учётной записью, найдёт его там.
case-open-here = Открыто в этом браузере
case-open-held-up-title = Слишком много попыток
case-open-held-up = Для этого номера или отсюда пробовали слишком много кодов. Подождите четверть часа и попробуйте снова. Дело всё равно идёт.
case-open-too-many-open-title = В этом браузере открыто слишком много обращений
case-open-too-many-open = Уйдите с этого компьютера кнопкой под списком и откройте обращение снова.
case-own-title = Мои обращения
case-own-none = С этой учётной записью вы пока ничего не подавали.
case-own-none-how = То, что вы подадите после входа, будет стоять здесь со своим сроком.
case-own-new = Обратиться в государственный орган

## Обращение
case-title = Обращение
case-kind = Вид
case-body = Государственный орган
case-standing = Состояние
case-filed = Дата подачи
case-entered-later = { $filed }, внесено в реестр { $entered }
case-official = Исполнитель
case-no-due = нет
case-standing-open = Орган работает
case-standing-awaiting-applicant = Ждёт вашего ответа
case-standing-disputed = Оспорено
case-standing-in-transit = Пересылается
case-standing-closed = Завершено
case-standing-withdrawn = Отозвано
case-standing-unfiled = Регистрируется
case-next-title = Что вы можете сделать сейчас
case-next-clarify = Ответить на вопрос органа
case-next-clarify-hint = Срок стоит, пока вы не ответите или пока не кончится пауза.
case-next-dispute = Заявить, что это не ответ
case-next-dispute-hint = Отказать в этом орган не может. Срок снова действует.
case-next-add = Дополнить
case-next-add-hint = Документ, пояснение или исправление. Срок не меняется.
case-timeline = Что произошло
case-status-only = Вы видите, на каком этапе дело. Тексты, имена и ответ открываются секретом или учётной записью, с которой оно подано.
case-proof-title = Доказательство
case-proof = Расписка доказывает, что это обращение стоит в открытой записи. Ни текста, ни имени она не выдаёт.
case-proof-tlog = Скачать доказательство журнала (.tlog-proof)
case-back = Назад к обращению
case-file = Файл
case-file-again = Выберите файл снова: текст возвращён на страницу, файл вернуть нельзя
case-dispute-lead = Скажите, почему написанное органом не ответ. Это стоит в записи как ваше действие.
case-dispute-reason = Почему это не ответ?
case-dispute-reason-missing = Выберите, почему это не ответ
case-dispute-reason-option-does-not-answer = Не отвечает на то, о чём я спрашивал(а)
case-dispute-reason-option-not-done = Сказано, что сделано, но не сделано
case-dispute-reason-option-answers-another-question = Отвечает на другой вопрос
case-dispute-reason-option-never-arrived = Ничего не пришло
case-dispute-reason-option-untrue = Сказанное неправда
case-dispute-text = Своими словами
case-dispute-text-hint = Чего не хватает и что орган должен рассмотреть снова
case-dispute-send = Внести возражение
case-add-lead = Это прочтёт исполнитель.
case-add-what = Что вы добавляете?
case-add-what-missing = Выберите, что вы добавляете
case-add-what-option-document = Документ
case-add-what-option-statement = Пояснение
case-add-what-option-correction = Исправление
case-add-text = Текст
case-add-send = Добавить
case-clarify-lead = Орган спрашивает о том, что ему нужно знать. После вашего ответа срок идёт дальше.
case-clarify-question = Вопрос
case-clarify-text = Ваш ответ
case-clarify-send = Отправить ответ

## События
act-filed-application = Подано заявление
act-filed-complaint = Подана жалоба
act-filed-suggestion = Подано предложение
act-filed-request = Подан запрос сведений
act-filed-message = Подано сообщение
act-filed-elsewhere = Подано в другом месте
act-received = Получено органом
act-forwarded = Переслано в другой орган
act-assigned = Поручено исполнителю
act-clarification-asked = Орган задал вопрос
act-clarification-given = На вопрос дан ответ
act-extended = Срок продлён
act-deadline-moved = Срок перенесён публичным актом
act-hearing-announced = Объявлено заслушивание
act-answered = Дан ответ
act-explained = Завершено разъяснением
act-refused = Отказано
act-disputed = Оспорено заявителем: это не ответ
act-withdrawn = Отозвано заявителем
act-withdrawal-revoked = Отзыв отменён
act-merged = Соединено с другим делом
act-terminated = Прекращено без решения
act-appealed = Передано в вышестоящую инстанцию
act-added = Дополнено
act-read = Прочитано
act-published = Опубликовано
act-erased = Текст удалён
act-rated = Оценено заявителем
act-body-registered = Орган зарегистрирован
act-key-changed = Ключ сменён
act-calendar-changed = Календарь изменён
act-rules-changed = Правила изменены
act-country-changed = Номера экстренных служб изменены
act-pad-issued = Выдан блок расписок
act-stub-registered = Корешок зарегистрирован
act-stubs-voided = Корешки погашены
act-checkpoint-of = Состояние другого журнала
act-erased-text = Текст этого события удалён. То, что оно было, остаётся в записи.
act-signed = Подписано органом. Скачанный файл это доказывает.
act-file = Файл
act-outcome = Итог
act-outcome-satisfied = Просьба удовлетворена
act-outcome-partly-satisfied = Удовлетворено частично
act-outcome-refused = Отказано
act-outcome-explained = Разъяснено, не решено
act-outcome-terminated = Прекращено без решения
act-grounds = Основания
act-ground-law-does-not-allow = Закон этого не позволяет
act-ground-facts-not-confirmed = Факты не подтвердились
act-ground-no-right-to-what-is-asked = Права на просимое нет
act-ground-already-decided = Уже было решено
act-ground-in-court = Рассматривает суд
act-ground-beyond-powers = Вне полномочий этого органа
act-ground-done-in-stages = Делается поэтапно
act-ground-means-not-available = На это нет средств
act-ground-asks-for-the-law = Спрашивают, что говорит закон
act-ground-asks-for-procedure = Спрашивают, как что-то делается
act-ground-already-answered-before = Уже был ответ
act-ground-not-within-any-power = Этим не ведает ни один государственный орган
act-ground-applicant-cannot-be-reached = С заявителем нет связи
act-ground-subject-has-ceased = Предмета обращения больше нет
act-ground-same-matter-in-court = То же дело рассматривает суд
act-ground-same-appeal-answered-thrice = На то же обращение отвечали трижды
act-ground-applicant-has-died = Заявитель умер
act-erasure-applicant-asked = Просил заявитель
act-erasure-court-order = Решение суда
act-erasure-retention-ended = Срок хранения истёк
act-erasure-third-person = Ради защиты другого лица
act-reason = Причина
act-reason-another-body-is-competent = Отвечает другой орган
act-reason-another-place-is-competent = Отвечает другое место
act-reason-body-is-complained-of = Жалоба на сам этот орган
act-reason-part-concerns-another-body = Часть касается другого органа
act-reason-inspection-on-site = Нужна проверка на месте
act-reason-expert-opinion = Нужно заключение эксперта
act-reason-information-from-another-body = Нужны сведения от другого органа
act-reason-many-applicants = Об этом написали многие
act-reason-translation = Нужен перевод
act-reason-place-unclear = Неясно место
act-reason-time-unclear = Неясно время
act-reason-request-unclear = Неясно, о чём просят
act-reason-document-missing = Не хватает документа
act-reason-authority-to-represent-missing = Не хватает доверенности
act-reason-does-not-answer = Не отвечает на вопрос
act-reason-not-done = Сказано, что сделано, но не сделано
act-reason-answers-another-question = Отвечает на другой вопрос
act-reason-never-arrived = Ничего не пришло
act-reason-untrue = Сказанное неправда
act-reason-calendar = Изменён календарь
act-reason-rules = Изменены правила
act-from-body = Откуда
act-to-body = Куда
act-until = Новый срок
act-law = Закон
act-remedies = Если вы не согласны
act-remedy =
    { $months ->
        [one] { $to }, за { $months } месяц
        [few] { $to }, за { $months } месяца
       *[other] { $to }, за { $months } месяцев
    }
act-remedy-higher-body = вышестоящий орган
act-remedy-court = суд
act-remedy-ombudsman = омбудсмен
act-remedy-prosecutor = прокуратура
act-added-what = Что добавлено
actor-applicant = Заявитель
actor-operator = Приёмная
actor-in-place-of = { $deputy }, вместо: { $post }
actor-system = Система
actor-controller = Хранитель записи
case-outside-link = Получить свидетельство или внести пришедший ответ
