## Первая страница
public-home-title = Что вы хотите сделать?
public-home-file = Написать в государственный орган
public-home-file-hint = Жалоба, заявление, предложение, запрос. Регистрируется сразу.
public-home-follow = Следить за обращением
public-home-follow-hint = Узнать, на каком оно этапе и к какому дню должен быть ответ.
public-home-find = Найти государственный орган
public-home-find-hint = За что он отвечает, где находится, когда принимает.
public-home-look = Посмотреть, как отвечают органы
public-home-look-hint = Кто отвечает вовремя, кто опаздывает, кто молчит.
public-home-check = Проверить открытый журнал
public-home-check-hint = Пересчитать всё самому, никому не веря на слово.
public-home-number = У меня есть номер
public-home-number-send = Показать это обращение
public-home-today = Сегодня, { $date }
public-all-bodies = Все органы вместе
public-figure-open = обращений сейчас открыто
public-figure-overdue = срок прошёл, ответа нет
public-figure-headline = ответов вовремя, за 12 месяцев
public-figure-headline-less = за вычетом отменённых позже, по словам государства
public-figure-oldest = рабочих дней: самая долгая просрочка

## Кто ждёт дольше всех
public-waiting-title = Кто дольше всех ждёт ответа
public-waiting-lead = Все открытые дела, срок которых прошёл. Ни одно не пропущено, чего бы ни хотел орган.
public-waiting-count =
    { $count ->
        [one] { $count } дело, на { $date }. Первыми стоят те, чей срок прошёл раньше.
        [few] { $count } дела, на { $date }. Первыми стоят те, чей срок прошёл раньше.
       *[other] { $count } дел, на { $date }. Первыми стоят те, чей срок прошёл раньше.
    }
public-waiting-none = Никто не ждёт дольше срока
public-waiting-none-how = Дело появляется здесь на следующий день после срока и остаётся, пока орган не ответит.
public-waiting-no-numbers = Номера дела здесь нет: он принадлежит тому, кто подал. Запись показывает, что говорит о деле открытый журнал, и ничего больше.
public-waiting-all = Все дела этого органа, которые ждут
public-as-csv = Весь список в CSV
public-days-overdue = Рабочих дней просрочки
public-charged = Отвечает орган
public-filed = Подано
public-due = Срок
public-entry = Запись
public-disputed = ответ оспорен
public-now-with = Сейчас у
public-write-to-body = Написать в этот орган

## Как отвечают органы
public-statistics-title = Как отвечают государственные органы
public-statistics-lead = Ответ вовремя, не оспоренный заявителем: считается только это. Пересылка, разъяснение, объединение и отзыв — не ответы.
public-period = За время: { $from } — { $until }.
public-as-of = На { $date }.
public-ranked =
    { $count ->
        [one] По местам: органы, у которых не меньше { $count } оценённого дела
       *[other] По местам: органы, у которых не меньше { $count } оценённых дел
    }
public-unranked =
    { $count ->
        [one] Без места: меньше { $count } оценённого дела
       *[other] Без места: меньше { $count } оценённых дел
    }
public-none-ranked =
    { $count ->
        [one] Ни у одного органа пока нет { $count } оценённого дела, поэтому мест нет
       *[other] Ни у одного органа пока нет { $count } оценённых дел, поэтому мест нет
    }
public-body = Орган
public-headline = Ответил вовремя
public-headline-of = { $percent }: { $part } из оценённых дел, всего { $whole }
public-overturned = Из них отменено позже, по словам государства
public-headline-less = Ответил вовремя за вычетом отменённых
public-overturned-heading = позже отменено (слова государства)
public-headline-less-heading = За их вычетом (слова государства)
public-bar-heading = Оценённые дела
public-percentile = 90-й процентиль
public-median = Рабочих дней у органа, медиана
public-bar = Полоса показывает оценённые дела: ответ вовремя, закрыто вовремя без ответа, с опозданием и, пустая, — срок прошёл, ответа нет.
public-no-filings =
    { $count ->
        [one] { $count } орган без обращений
        [few] { $count } органа без обращений
       *[other] { $count } органов без обращений
    }
public-counted-elsewhere =
    { $count ->
        [one] { $count } орган посчитан вместе с вышестоящим
        [few] { $count } органа посчитаны вместе с вышестоящими
       *[other] { $count } органов посчитаны вместе с вышестоящими
    }
public-counted-with = Обращений сюда мало. Они посчитаны вместе с обращениями органа:
public-meaning-title = Что значат эти числа
public-meaning = Дело оценено, если на него ответили, если его закрыли или если его срок прошёл. Опоздание записано тому органу, у которого дело было в день срока. Дни — рабочие, от получения дела до передачи или закрытия: половина дел заняла не больше медианы, девять из десяти — не больше 90-го процентиля.
public-not-overturned = Ответы, которые позже отменил вышестоящий орган, всё ещё считаются в доле и в порядке мест: открытый журнал этого не показывает. Рядом стоит, что, по словам государства, отменено с { $from } по { $until }, в закончившихся кварталах, и доля за вычетом этого. Ответ вычитается в том квартале, в котором его отменили, даже если он дан раньше. Где число за квартал слишком мало, чтобы его показать, не показано ничего. Подробнее:
public-again = Эти числа не пишет ни один орган. Они посчитаны по открытому журналу, и вы можете пересчитать их:
public-figures-title = Его числа
public-open = Открыто сейчас
public-overdue-now = Просрочено сейчас, ответа нет
public-forwarded = Передано другому органу
public-extended = Продлено руководителем
public-figure-disputed = Ответов оспорено заявителями
public-explained = Закрыто без ответа (разъяснено, прекращено)

## Как это может проверить каждый
public-check-lead = Каждое действие государства — запись в открытом журнале, который нельзя изменить незаметно. Этому сайту можно не верить: скопируйте журнал и посчитайте сами.
public-check-leaf = Запись показывает, что сделано, каким органом, когда и к какому дню должно быть следующее действие. В ней нет ни имён, ни текстов, только их печать: у кого есть текст, тот докажет, что он тот самый.
public-check-telephone-title = По телефону
public-check-telephone = Эти двенадцать цифр стоят за весь журнал, каким он был в начале этого дня. Сравните их с кем-нибудь в другом месте. Если за тот же день вы услышите другие цифры, одному из вас показали ложный журнал.
public-check-page-title = Браузером
public-check-page = Одна страница проверяет квитанцию на вашем компьютере. Сохраните её: сеть ей не нужна.
public-check-page-digest = SHA-256 страницы. Копия с другим числом — не эта страница:
public-check-page-build = У кого есть исходный текст, тот соберёт те же байты и увидит то же число:
public-check-page-link = Открыть страницу
public-check-program-title = Программой
public-check-program = Программа не зависит ни от чьего сервера. Она работает с копией, и с флешки тоже.
public-check-command-mirror = Скопировать журнал в папку «record»:
public-check-command-verify = Проверить каждую запись, подпись и срок:
public-check-command-report = Пересчитать все числа этого сайта:
public-check-command-receipt = Проверить квитанцию своего обращения:
public-check-policy = С --policy FILE вы говорите, каким свидетелям верите. Возьмите этот файл у того, кому доверяете, а не здесь.
public-check-witnesses-title = Кто подписывает, что ничего не изменено
public-check-witnesses = Свидетель подписывает журнал, только если в нём есть всё, что он подписывал раньше. Свидетель стоит столько, сколько стоит тот, кто его держит.
public-check-no-witness = Свидетели не названы
public-check-operator = Кто держит
public-check-signed = Подписал новейший журнал
public-check-not-signed = ещё нет
public-check-log-title = Журнал
public-check-size = Записей
public-check-files = Его файлы
public-check-origin = Его имя
public-check-key = Его ключ
public-check-policy-digest = Отпечаток политики свидетелей
public-entry-number = Номер записи
public-entry-number-hint = Он стоит на каждой квитанции и у каждого действия.
public-entry-number-wrong-shape = Напишите номер цифрами, без пробелов
public-check-entry-show = Показать запись
public-check-not-title = Что не доказано
public-check-not-truth = Что ответ верен или хорош. Доказано, что он пришёл, и когда.
public-check-not-outside = То, что не записали: отказ у двери, выброшенная бумага. Храните квитанцию.
public-check-not-person = Кто этот человек. Журнал знает органы и должности, а не людей.
public-check-not-time = Время в записи — слово самого государства. Доказано, когда подписали свидетели.
public-check-not-together = Если государство и все свидетели лгут вместе, они могут показать два журнала. Поэтому цифры сравнивают по телефону.
public-check-not-stated = Исходы, места и оценки сообщает государство, если текст не опубликован.

## Одна запись
public-entry-title = Запись { $number }
public-entry-unknown = Действие, вида которого эта версия не знает (номер { $number })
public-entry-body = В реестре органа
public-entry-time = Время, по слову государства
public-entry-due = Следующее действие — не позднее
public-entry-no-due = не требуется
public-entry-serial = Номер в этом реестре
public-entry-seal = Печать
public-entry-case = Записи того же дела
public-entry-nothing-more = Больше ничего в журнале об этом нет: ни имени, ни текста, ни номера дела.
public-entry-proof = Скачать доказательство (tlog-proof)
public-entry-bytes = 118 байтов этой записи
public-entry-tag = Метка дела
public-entry-commitment = Печать содержания
public-entry-previous = Хеш предыдущей записи того же дела
public-entry-neighbours = Соседние записи
public-entry-before = Предыдущая запись
public-entry-after = Следующая запись

## Отказы программного интерфейса
api-problem-schema = Запрос не соответствует описанию этого интерфейса.
api-problem-unreadable = Запрос не читается.
api-problem-idempotency-key = Нужен заголовок Idempotency-Key: от 16 до 128 букв и цифр, для каждой подачи новые.
api-problem-not-accepted = Номер и код не подходят друг к другу.
api-problem-no-such-body = Такого государственного органа нет.
api-problem-no-such-act = В деле нет такого действия.
api-problem-may-not-follow = В нынешнем состоянии дела это невозможно.
api-problem-different-body = Этот ключ уже использован для другого обращения. Возьмите новый.
api-problem-erased = То, о чём спрашивают, стёрто.
api-problem-too-large = Запрос слишком велик.
api-problem-not-json = Здесь читается только JSON.
api-problem-takes-no-appeals = Обращения в этот орган здесь не принимаются.
api-problem-fields = Некоторые поля нужно исправить.
api-problem-attachment = Некоторые файлы не приняты.
api-problem-number-malformed = В номере дела одиннадцать цифр.
api-problem-number-check-digit = Одна цифра номера неверна или пропущена.
api-problem-code-malformed = У кода не та длина.
api-problem-held-up = Отсюда слишком много попыток. Подождите четверть часа.
api-not-base64 = Это не base64.
