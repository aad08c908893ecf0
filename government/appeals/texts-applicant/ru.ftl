# Что заявитель может сделать с делом после подачи.

case-step-held-up = Для этого дела введено слишком много кодов. Подождите четверть часа и попробуйте снова. Дело всё равно идёт.

## Отзыв
receipt-withdrawal-title = Код отзыва
receipt-withdrawal = Код отзыва
receipt-withdrawal-what = Без этого кода никто не отзовёт здесь ваше обращение: ни орган, ни тот, кто узнает ваш секрет.
receipt-withdrawal-apart = Большинству он не понадобится. Если боитесь, что вас заставят отозвать обращение, не берите его с собой вовсе.
receipt-withdrawal-lost = Когда этот вход закончится, получить его снова нельзя. Без него обращение просто идёт дальше.
receipt-withdrawal-show = Показать код отзыва
case-next-withdraw = Отозвать обращение
case-next-withdraw-hint = Только с кодом отзыва. Несколько дней отзыв можно отменить.
case-withdraw-lead = После этого орган больше не обязан отвечать. Отзывайте, только если ответ не нужен вам самим.
case-withdraw-pressure-title = Вам велели отозвать обращение?
case-withdraw-pressure = Давить на вас не вправе никто: ни орган, ни ваш начальник, ни посланный ими родственник. Услуга или угроза за отзыв противозаконны, и чтобы что-то сделать, отзыв не нужен.
case-withdraw-pressure-how = Если всё же приходится, отзовите, а как только останетесь одни, отмените отзыв. Код для этого не нужен.
case-withdraw-not-answered = Отозванное обращение никогда не считается в показателях органа отвеченным.
case-withdraw-back = Отозванное сегодня можно вернуть по { $day } включительно. Прежний срок тогда снова действует.
case-withdraw-again = Отзыв ничего не запрещает: о том же можно написать снова в любое время.
case-withdraw-none-title = У этого обращения нет кода отзыва
case-withdraw-none = Оно подано без него или до того, как такие коды появились. Поэтому отозвать его здесь не может никто, и вы тоже; дать код позже нельзя. Если ответ вам больше не нужен, можно сказать это дополнением; ответить орган всё равно обязан.
case-withdraw-in-person-title = Как всё же отозвать его
case-withdraw-in-person = Придите в приёмную органа с документом, удостоверяющим личность, напишите и подпишите там, что отзываете обращение. Приёмная отсканирует заявление и внесёт его. Вернуть можно в те же дни, там или здесь. По телефону и почте так нельзя, чтобы никто не сделал этого за вас.
case-withdraw-printed = Код напечатан в приёмной: { $moment }. Если вы его не получали, скажите об этом вышестоящему органу: он может быть у другого. Отозванное можно вернуть до дня, названного выше.
case-withdraw-code = Код отзыва
case-withdraw-code-hint = Двенадцать букв и цифр, показанных при подаче
case-withdraw-code-wrong-shape = Проверьте код: в нём двенадцать букв и цифр. Секрет и код состояния другие
case-withdraw-code-not-accepted = Это не код отзыва этого обращения
case-withdraw-send = Отозвать
case-next-revoke = Отменить отзыв
case-next-revoke-hint = Обращение пойдёт дальше, как будто его не отзывали.
case-revoke-lead = Ваше обращение идёт дальше, и орган снова должен ответить. Ни кода, ни объяснений не нужно.
case-revoke-since = Отозвано: { $day }.
case-revoke-until = Отменить отзыв можно по { $day } включительно.
case-revoke-due = Снова действует прежний срок: { $day }.
case-revoke-send = Отменить отзыв
desk-withdrawn = Отозвано
desk-withdrawn-until = Заявитель может отменить отзыв по { $day } включительно. Больше никто, и просить его не делать этого нельзя.

## Сделано ли?
case-next-rate = Сказать, сделано ли
case-next-rate-hint = Один вопрос, один раз. Отвечать не обязательно.
case-next-follow = Сохранить среди моих обращений
case-next-follow-hint = Тогда оно стоит в вашем списке, и секрет не нужен.
case-follow-lead = Кто сейчас вошёл, увидит это обращение в своём списке и сможет делать с ним всё, что позволяет секрет. Ни один орган об этом не узнает.
case-follow-sealed-title = Это обращение подано с закрытым именем
case-follow-sealed = Список свяжет обращение с вашей учётной записью. Связь лежит в закрытой части системы; кто рассматривает обращение, прочесть её не может. Если такой связи не нужно, пользуйтесь секретом.
case-follow-send = Сохранить среди моих обращений
case-rate-lead = Орган ответил. Сделано ли то, что было вам нужно? Ваш ответ без имени входит в показатели органа и стоит в записи как ваше действие.
case-rate-dispute = Ответ «нет» сроков не меняет. Если ответ вовсе не ответ, лучше оспорьте его: тогда орган должен ответить снова.
case-rate-answer = Сделано?
case-rate-answer-missing = Выберите один из ответов
case-rate-answer-option-done = Да
case-rate-answer-option-partly-done = Частично
case-rate-answer-option-not-done = Нет
case-rate-answer-option-do-not-ask = Не спрашивайте меня об этом
case-rate-send = Отправить
act-rating = Сделано ли
act-rating-done = Да
act-rating-partly-done = Частично
act-rating-not-done = Нет

## Стирание
case-next-erase = Попросить что-то стереть
case-next-erase-hint = Тексты, файлы или ваше имя. Несколько дней можно подумать.
case-erase-lead = Вы можете попросить стереть из этого дела написанное вами, ваши файлы или ваше имя. Решает глава органа.
case-erase-stays-title = Чего стирание не может
case-erase-stays-record = То, что обращение было, его даты и чем оно кончилось, остаются в открытой записи: потом никто не сможет этого отрицать.
case-erase-stays-copies = Что кто-то скопировал, напечатал или прочёл в другом месте, вернуть нельзя.
case-erase-stays-proof = Точные слова здесь больше не доказать. Если это может понадобиться, сохраните раскрытие.
case-erase-think-title = Три дня на раздумье
case-erase-think = Если попросить сегодня, ничего не сотрут, пока не пройдёт { $day }. Пока не решено, просьбу можно взять назад.
case-erase-pressure = Никто не вправе требовать, чтобы вы стёрли свои слова. Если за вами сейчас смотрят, попросите, а потом возьмите просьбу назад.
case-erase-scope = Что стереть?
case-erase-scope-hint = Можно выбрать несколько
case-erase-scope-missing = Выберите, что стереть
case-erase-scope-option-texts = Тексты: написанное мной и ответы органа
case-erase-scope-option-attachments = Файлы
case-erase-scope-option-identity = Моё имя, адрес и связь. Дело тогда исчезнет и из списка моей учётной записи, открывать его будут только номер и секрет
case-erase-decided = Глава может отказать по основанию в законе. Тогда вы узнаете, по какому.
case-erase-due = Если попросить сегодня, решить должны не позже: { $day }.
case-erasure-waiting = Вашу просьбу об удалении должны решить не позже: { $day }.
case-erasure-late = Вашу просьбу об удалении должны были решить не позже: { $day }. Этот день прошёл, опоздание считается.
erasure-why = Откуда этот день
case-erase-send = Попросить
case-next-keep = Взять просьбу о стирании назад
case-next-keep-hint = Тогда всё останется как есть.
case-keep-asked = Просьба подана: { $day }.
case-keep-until = Ничего не сотрут, пока не пройдёт { $day }.
case-keep-lead = Ни кода, ни объяснений не нужно. Попросить снова можно в любое время.
case-keep-send = Взять назад
act-added-document = Документ
act-added-statement = Пояснение
act-added-correction = Исправление
act-added-erasure-asked = Просьба стереть
act-added-erasure-taken-back = Просьба стереть взята назад
act-added-erasure-refused = В стирании отказано
act-erasure-scope = Что
act-erasure-scope-texts = Тексты
act-erasure-scope-attachments = Файлы
act-erasure-scope-identity = Имя, адрес и связь
act-erasure-case-is-open = Дело ещё не закончено, без этого на него нельзя ответить
act-erasure-court-proceedings-pending = Делом занимается суд
act-erasure-law-requires-keeping = Хранить это требует закон
act-erasure-needed-for-legal-claim = Это нужно для требования по закону
act-erasure-another-applicant-needs-it = Это нужно другому, кто подал вместе с вами
act-erased-part-texts = Текст, который здесь стоял, стёрт.
act-erased-part-attachments = Файлы, которые здесь стояли, стёрты.
act-erased-part-identity = Имя заявителя стёрто.
desk-erasures-title = Просьбы стереть
desk-erasures-lead = Что заявители просят стереть из своих дел. Решает глава; до тех пор заявитель может взять просьбу назад.
desk-erasures-none = Решения никто не ждёт
desk-erasures-none-how = Просьба появится здесь, как только заявитель её подаст.
desk-erasures-asked = Подана
desk-erasures-due = Решить до
desk-erasures-all = Все просьбы
desk-erasure-due = Решить не позже: { $day }.
desk-erasure-title = Стереть из этого дела
desk-erasure-not-asked = Заявитель здесь ни о чём не просил.
desk-erasure-asked = Заявитель попросил ({ $day }):
desk-erasure-wait-title = Ещё рано
desk-erasure-wait = Заявитель может подумать. Решать можно, когда пройдёт { $day }.
desk-erasure-grant = Стереть
desk-erasure-grant-lead = Стёртое не вернётся, и ни из какой копии. Действия, их даты и коды остаются.
desk-erasure-grant-send = Стереть навсегда
desk-erasure-refuse = Отказать
desk-erasure-refuse-send = Отказать в стирании
desk-keep-ground = Основание
desk-keep-ground-missing = Выберите основание
desk-keep-ground-option-case-is-open = Дело ещё не закончено, без этого на него нельзя ответить
desk-keep-ground-option-court-proceedings-pending = Делом занимается суд
desk-keep-ground-option-law-requires-keeping = Хранить это требует закон
desk-keep-ground-option-needed-for-legal-claim = Это нужно для требования по закону
desk-keep-ground-option-another-applicant-needs-it = Это нужно другому, кто подал вместе с заявителем
desk-keep-text = Слова для заявителя
desk-keep-text-hint = Какой закон, какое производство, до каких пор
desk-erasure-order = Стереть, хотя заявитель не просил
desk-erasure-order-lead = Только по решению суда, по окончании срока хранения или для защиты другого человека. Запись покажет основание и то, что это сделал глава.
desk-erasure-order-send = Распорядиться и ждать второго человека
desk-erasure-waits-title = Ждёт второго человека
desk-erasure-waits = Удалить навсегда именно эти части. Распорядился: { $writer }. Пока список не подтвердит другой сотрудник органа, ничего не удаляется.
desk-erasure-approve-send = Список прочитан: удалить навсегда
desk-erasure-changed = С тех пор кое-что внесено, и список теперь другой. Глава распоряжается заново.
desk-erasure-not-writer = Кто распорядился, тот не подтверждает.
desk-erasure-orders = Распоряжения об удалении, которые ждут второго человека
desk-erasure-ordered = Дата распоряжения
desk-erasure-orderer = Кто распорядился
desk-erasure-take-back = Отозвать распоряжение
desk-order-order-ground = Основание
desk-order-order-ground-missing = Выберите основание
desk-order-order-ground-option-court-order = Так решил суд
desk-order-order-ground-option-third-person = Для защиты другого человека
desk-order-order-ground-option-retention-ended = Срок хранения кончился
desk-order-order-scope = Что
desk-order-order-scope-missing = Выберите, что стереть
desk-order-order-scope-option-texts = Тексты
desk-order-order-scope-option-attachments = Файлы
desk-order-order-scope-option-identity = Имя, адрес и связь
desk-order-order-reference = Какое решение или правило
desk-order-order-reference-hint = Номер и дата. Заявитель это прочтёт
desk-order-order-reference-missing = Напишите, какое это решение или правило

## Выше
case-next-higher = Обратиться выше
case-next-higher-hint = Новое дело в вышестоящем органе, в прокуратуре или у омбудсмена; написанное здесь им видно.
case-higher-to = Куда обратиться
case-higher-to-missing = Выберите, куда обратиться
case-higher-to-not-accepted = Этот путь уже закрыт: выберите другой
case-higher-to-option-higher-body = Вышестоящий орган
case-higher-to-option-prosecutor = Прокуратура
case-higher-to-option-ombudsman = Омбудсмен
case-higher-does-higher-body = Может сам решить дело и отменить ответ.
case-higher-does-prosecutor = Проверяет, соблюдён ли закон, и может требовать устранить нарушение. Само дело не решает.
case-higher-does-ombudsman = Проверяет, соблюдены ли ваши права, и даёт рекомендации. Ответ не отменяет.
case-higher-no-term = Срок не ограничен.
case-higher-until = Это можно сделать по { $day } включительно.
case-higher-why = Почему до этого дня
case-higher-why-months =
    { $months ->
        [one] Решение внесено: { $from }. Обжаловать его можно в течение { $months } месяца, до: { $ends }.
        [few] Решение внесено: { $from }. Обжаловать его можно в течение { $months } месяцев, до: { $ends }.
        [many] Решение внесено: { $from }. Обжаловать его можно в течение { $months } месяцев, до: { $ends }.
       *[other] Решение внесено: { $from }. Обжаловать его можно в течение { $months } месяца, до: { $ends }.
    }
case-higher-silence = Ответ не пришёл, хотя срок был { $day }. Против молчания туда можно обратиться, пока оно длится.
case-higher-new = Это отдельное дело со своим номером, кодами и сроком.
case-higher-history = Кто получит новое дело, видит, что оно продолжает это, и может прочесть написанное здесь. Кто открывает, вносит это в запись.
case-higher-name = Ваше имя идёт с ним, открытое или закрытое, как здесь.
case-higher-old = Это дело остаётся как есть. Оспорить ответ можно и здесь.
case-higher-subject = О чём
case-higher-subject-missing = Напишите в нескольких словах, о чём это
case-higher-text = Почему вы не согласны
case-higher-text-hint = Что не так с ответом или что его нет, и о чём вы просите
case-higher-text-missing = Напишите, почему вы не согласны
case-higher-send = Отправить
case-linked-title = Связанные дела
case-linked-earlier = Продолжает дело
case-linked-later = Продолжено делом
act-appealed-to = Куда
desk-earlier-title = Предыдущее дело
desk-earlier-lead = Заявитель обратился сюда после этого дела. Его тексты открываются отдельно, отдельным действием.

## Кто смотрел
case-readings-title = Кто открывал ваши тексты
case-readings-count =
    { $count ->
        [0] За рабочим столом их ещё никто не открывал
        [one] Открыто за рабочим столом: { $count } раз
        [few] Открыто за рабочим столом: { $count } раза
        [many] Открыто за рабочим столом: { $count } раз
       *[other] Открыто за рабочим столом: { $count } раза
    }
case-readings-lead = Каждый раз, когда должностное лицо открывает тексты или ваше имя, это вносится в открытую запись раньше, чем оно увидит хоть слово. Что это было по вашему делу, видно только вам и здесь.
case-readings-none = Пока никто ничего не открывал
case-readings-none-how = Как только кто-то откроет, здесь будут день, должность и запись.
case-readings-when = Когда
case-readings-who = Должность
case-readings-what = Что
case-readings-entry = Запись
case-readings-queued = ждёт
case-readings-texts = Тексты и файлы
case-readings-identity = Ваше имя
case-readings-limit = Что кто-то читает мимо рабочего стола, в самой базе данных или на бумаге, здесь не видно.

## Заявлено государством
stated-title = Отменённые ответы и слова заявителей
stated-mark = Заявлено государством
stated-mark-why = Открытая запись показывает, когда орган ответил, но не что. Эти числа — слово самого государства: в отличие от всех остальных здесь, снаружи их не пересчитать.
stated-none = За это время ничего не решено
stated-none-how = Орган появится здесь с первым решением.
stated-column-decided = Решено
stated-column-takenHigher = Обжаловано выше
stated-column-overturned = Отменено
stated-column-inTimeOverturned = Из них отвечено вовремя
stated-column-ratedDone = «Сделано»
stated-column-ratedPartlyDone = «Частично»
stated-column-ratedNotDone = «Не сделано»
stated-column-erasedInTime = Удаление: решено в срок
stated-column-erasedLate = Решено позже
stated-column-erasureOverdue = Не решено, срок прошёл
stated-column-publicAgreed = Авторы согласились открыть
stated-column-publicReleased = Открыто
stated-column-publicRefused = Отказал глава
stated-outcomes = Что органы решили, по исходам и основаниям:
stated-overturned = Отменено: заявитель обжаловал решение в вышестоящем органе, и тот полностью или частично удовлетворил то, чего не сделал нижестоящий. Считается в квартале, в котором решил вышестоящий.
stated-overturned-in-time = Отменённые ответы, данные вовремя, стоят рядом с долей каждого органа, за четыре квартала вместе.
stated-overturned-of-all = Все органы вместе, отменено ответов, данных вовремя: { $number }
stated-rated = Слова заявителей: после ответа каждый может один раз сказать, сделано ли. Большинство не говорит ничего.
stated-erasures = Просьбы об удалении: у каждой свой день для решения. Открытая запись показывает срок дела, а не этот день, поэтому эти три числа — слово государства.
stated-publications = Открытые обращения: из текстов, на которые авторы согласились за это время, сколько открыл орган или срок и скольким отказал его глава с указанием причины.
stated-small = Числа от 1 до 4 не показаны, чтобы ни на кого не указывать. Где такое число можно вычислить из других, не показаны и некоторые из них, в том числе нули.

## Входящие
inbox-count = Дел: { $count }.
inbox-asked-count = ждут вас: { $count }
inbox-fresh-count = есть новое: { $count }
inbox-news = С вашего прошлого захода
inbox-next = Ближайшая дата
inbox-overdue = просрочено
inbox-fresh = Новых: { $count }.

## API
api-problem-no-such-file = Такого файла здесь нет.
api-problem-no-such-page = Такой страницы списка нет.
api-problem-not-open = Подписать больше нельзя: на обращение ответили, его отозвали или передают.
api-problem-full = У этого обращения столько подписей, сколько может быть у обращения.
api-problem-another-copy = Это не та копия, которая была показана. Посмотрите её снова и согласитесь с ней.

## На бумаге
paper-slip-title = Ваше обращение
paper-slip-link = Страница для печати: номер, код состояния, ближайшая дата
paper-slip-where = На каком этапе дело, видно тому, кто введёт номер и код состояния здесь:
paper-next-date = Ближайшая дата
paper-small-title = Малый код для бумаги
paper-small-what = Квадрат для печати. С ним любой, у кого есть копия открытой записи, покажет, что это действие стоит в ней без изменений, не спрашивая государство.
paper-small-none-how = Его можно сделать, как только действие получит номер в открытой записи. Зайдите через несколько минут.
paper-full-title = Полный код для бумаги
paper-full-what = Квадрат больше, на отдельной странице, с доказательством и свидетелями: он проверяется без копии записи. Печатайте его таким, как здесь, не меньше семи сантиметров.
paper-full-none-how = Его можно сделать, как только подпишут свидетели. Зайдите через несколько минут. Если доказательство стало слишком длинным для квадрата, скачайте расписку файлом.
paper-code-who = Ни вашего текста, ни имени в нём нет. Нашедший узнает, что кто-то обратился в этот орган, когда и до какого дня тот должен ответить.
paper-code-none = Кода пока нет
paper-code-alt = Квадратный код с распиской
paper-code-check = Как он проверяется
paper-code-check-how = Прочтите квадрат любым телефоном, сохраните буквы в файл и дайте его программе аудитора:
