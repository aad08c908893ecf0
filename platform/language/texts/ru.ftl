## Рамка страницы
page-skip = Перейти к содержанию
page-languages = Языки
page-breadcrumbs = Вы здесь
page-places = Разделы
page-bodies = Государственные органы
page-check = Проверить
page-sign-in = Войти
page-desk = Рабочее место
page-my-appeals = Мои обращения
page-home = Главная страница
page-demo = Это демонстрация: страна, органы и люди вымышлены.
page-machine-written = Туркменские тексты написаны машиной; носитель языка их ещё не проверил.
fingerprint-of-the-day = Отпечаток дня:
fingerprint-none = Отпечатка за сегодня ещё нет.
check-how = Как это может проверить каждый

## Формы
form-optional = необязательно
form-choose = Выберите
form-problem-prefix = Внимание:
form-problems-title = Нужно исправить
form-characters-max =
    { $count ->
        [one] Не больше { $count } знака.
       *[other] Не больше { $count } знаков.
    }
form-problem-missing = { $label }: нужен ответ
form-problem-too-long =
    { $limit ->
        [one] { $label }: текст длинный, можно не больше { $limit } знака
       *[other] { $label }: текст длинный, можно не больше { $limit } знаков
    }
form-problem-too-short =
    { $limit ->
        [one] { $label }: текст короткий, нужно не меньше { $limit } знака
       *[other] { $label }: текст короткий, нужно не меньше { $limit } знаков
    }
form-problem-too-many-bytes = { $label }: текст не помещается, сократите его
form-problem-not-an-option = { $label }: выберите из списка
form-problem-wrong-shape = { $label }: проверьте, как это написано
form-problem-control-characters = { $label }: в тексте есть невидимый знак, напишите его заново
form-problem-given-twice = { $label }: нужен один ответ
form-problem-not-accepted = { $label }: этот ответ не принят

## Страницы списков
pagination-label = Страницы списка
pagination-previous = Предыдущая страница
pagination-next = Следующая страница
pagination-first = С начала
pagination-place = { $page } из { $pages }

## Печать
seal-queued = в очереди: подписано органом
seal-in-record = в журнале, номер { $number }
seal-witnessed =
    { $count ->
        [one] подтвердил { $count } свидетель
        [few] подтвердили { $count } свидетеля
       *[other] подтвердили { $count } свидетелей
    }
seal-queued-explained = Орган подписал это действие. Оно ждёт записи в открытый журнал; это может длиться долго, и ничего не теряется.
seal-unsigned = в очереди, подпись будет позже
seal-unsigned-explained = Действие сохранено и ждёт записи в открытый журнал. Орган не мог подписать его в эту минуту; подпись появится сама, ничего не теряется. За распиской вернитесь через несколько минут.
seal-in-record-explained = Это действие записано в открытый журнал. Свидетели его ещё не подписали.
seal-witnessed-explained = Это действие стоит в открытом журнале под номером { $number }. Такое состояние журнала подписали свидетели:
seal-witness = { $operator }: { $date }, { $time }
seal-proof = Доказательство

## Полоса срока
clock-filed = Подано:
clock-due = Срок:
clock-today = Сегодня:
clock-closed = Завершено:
clock-pause-key = Срок приостановлен
clock-why = Как посчитан этот день
clock-nothing-due = Сейчас орган не должен отвечать.
clock-running =
    { $days ->
        [one] Срок ответа: { $date }. Остался { $days } рабочий день.
        [few] Срок ответа: { $date }. Осталось { $days } рабочих дня.
       *[other] Срок ответа: { $date }. Осталось { $days } рабочих дней.
    }
clock-due-today = Срок ответа истекает сегодня: { $date }.
clock-overdue =
    { $days ->
        [one] Срок ответа прошёл: { $date }. С тех пор прошёл { $days } рабочий день.
        [few] Срок ответа прошёл: { $date }. С тех пор прошло { $days } рабочих дня.
       *[other] Срок ответа прошёл: { $date }. С тех пор прошло { $days } рабочих дней.
    }
clock-paused = Срок приостановлен: орган просит уточнение. Если ответа не будет, срок: { $date }.
clock-closed-in-time = Завершено вовремя: { $closed }. Срок: { $date }.
clock-closed-late =
    { $days ->
        [one] Завершено с опозданием: { $closed }. Срок: { $date }. Опоздание: { $days } рабочий день.
        [few] Завершено с опозданием: { $closed }. Срок: { $date }. Опоздание: { $days } рабочих дня.
       *[other] Завершено с опозданием: { $closed }. Срок: { $date }. Опоздание: { $days } рабочих дней.
    }

## Объяснение срока
term-working-days =
    { $count ->
        [one] { $count } рабочий день
        [few] { $count } рабочих дня
       *[other] { $count } рабочих дней
    }
term-calendar-days =
    { $count ->
        [one] { $count } календарный день
        [few] { $count } календарных дня
       *[other] { $count } календарных дней
    }
term-months =
    { $count ->
        [one] { $count } месяц
        [few] { $count } месяца
       *[other] { $count } месяцев
    }
rest-weekend = выходной
rest-day-off = нерабочий день
rest-holiday = праздник: { $name }
explain-posted = Сдано на почту: { $day }. Путь письма по правилам: { $term }. Считается доставленным: { $delivered }.
explain-started = Подано: { $filed }. Счёт идёт со следующего дня.
explain-started-rest = Подано: { $filed } ({ $rest }). Счёт идёт после этого дня: { $registered }.
explain-term = Время по закону: { $term }. Срок: { $due }. Основание: { $law }.
explain-holiday-skipped = Не считается: { $date } ({ $name }).
explain-day-off-skipped = Не считается: { $date } (нерабочий день).
explain-transferred-day = Объявлен рабочим: { $date }.
explain-rolled = Срок пришёлся на нерабочий день: { $from }. Он перенесён на следующий рабочий день: { $to }.
explain-rolled-rest = Срок пришёлся на нерабочий день: { $from } ({ $rest }). Он перенесён на следующий рабочий день: { $to }.
explain-paused =
    { $days ->
        [one] Орган попросил уточнение: { $day }. Срок стоит не дольше { $days } рабочего дня. Если ответа не будет, срок: { $due }.
       *[other] Орган попросил уточнение: { $day }. Срок стоит не дольше { $days } рабочих дней. Если ответа не будет, срок: { $due }.
    }
explain-resumed =
    { $days ->
        [one] Заявитель ответил: { $day }. Срок стоял { $days } рабочий день. Новый срок: { $due }.
        [few] Заявитель ответил: { $day }. Срок стоял { $days } рабочих дня. Новый срок: { $due }.
       *[other] Заявитель ответил: { $day }. Срок стоял { $days } рабочих дней. Новый срок: { $due }.
    }
explain-pause-lapsed = Ответа не было, остановка кончилась: { $until }. Срок: { $due }.
explain-extended = Глава органа продлил срок: { $day }. Прежний срок: { $from }. Новый срок: { $due }. Последний возможный день: { $latest }.
explain-moved-by-calendar = Изменён календарь рабочих дней: { $announced }. Прежний срок: { $from }. Новый срок: { $to }. Дни, о которых речь: { $days }.
explain-moved-by-rules = Вступило в силу новое правило: { $valid }. Прежний срок: { $from }. Новый срок: { $to }.
explain-forwarded = Передано другому органу: { $day }. Получатель: { $body }. Срок не меняется: { $due }.
explain-forwarded-kept = Передано из органа в орган: { $day }. Отправитель: { $fromBody }. Получатель: { $toBody }. Срок не меняется: { $due }.
explain-disputed-stood = Отмечено, что ответ — не ответ: { $day }. Снова действует прежний срок: { $due }.
explain-disputed-review = Отмечено, что ответ — не ответ: { $day }. Срок нового рассмотрения: { $due }.
explain-withdrawal-revoked = Отзыв отменён: { $day }. Срок снова действует: { $due }.
explain-promised-earlier = Последний день по закону: { $latest }. Орган обещал раньше: { $due }.
explain-closed = Завершено: { $day }. Срок тогда: { $due }.
explain-closed-free = Завершено: { $day }.
explain-erasure-asked = Попросили удалить: { $day }. Счёт идёт со следующего дня.
explain-erasure-asked-rest = Попросили удалить: { $day } ({ $rest }). Счёт идёт после этого дня: { $counted }.

## То же одной строкой, для списка
brief-posted = почтой { $day }
brief-term = { $term } с { $day }
brief-not-counted = нерабочие: { $days }
brief-worked = рабочие: { $days }
brief-rolled = { $day } не рабочий
brief-paused =
    { $days ->
        [one] ждём ответа с { $day }, не дольше { $days } рабочего дня
       *[other] ждём ответа с { $day }, не дольше { $days } рабочих дней
    }
brief-resumed =
    { $days ->
        [one] стоял { $days } рабочий день
        [few] стоял { $days } рабочих дня
       *[other] стоял { $days } рабочих дней
    }
brief-pause-lapsed = стоял, ответа нет до { $day }
brief-extended = продлён { $day }
brief-moved-by-calendar = календарь изменён { $day }, было: { $from }
brief-moved-by-rules = новое правило { $day }, было: { $from }
brief-forwarded = передано { $day }, срок тот же
brief-disputed = оспорено { $day }
brief-withdrawal-revoked = отзыв отменён { $day }
brief-promised-earlier = обещано раньше { $day }

## Как орган отвечает
answering-title = Как отвечает: последние 12 месяцев
answering-in-time = вовремя
answering-late = с опозданием
answering-open-overdue = срок прошёл, ответа нет
answering-received = получено обращений
answering-median = рабочих дней, медиана
answering-overturned = Из ответов, данных вовремя, позже отменил вышестоящий орган за четыре квартала по { $until }: { $number }. Это слова государства.
answering-withheld = не показано
answering-month = Месяц
answering-numbers = Числа по месяцам
answering-table = Как отвечает: { $body }
answering-source = Эти числа пишет не орган: они посчитаны по открытому журналу, и каждый может пересчитать их.

## Ошибки
error-incident = Если будете сообщать, назовите этот код:
error-400-title = Запрос непонятен
error-400-what = Данные от браузера неполны. Ничего не изменилось.
error-400-do = Вернитесь назад и откройте страницу заново.
error-403-title = Действие не выполнено
error-403-what = Запрос пришёл не с нашей страницы, или на это место нет права. Ничего не изменилось.
error-403-do = Откройте форму заново на этом сайте и отправьте её или войдите.
error-404-title = Такой страницы нет
error-404-what = Возможно, в адресе ошибка или страница убрана.
error-404-do = Проверьте адрес или начните с главной страницы. Если у вас есть номер, введите его там.
error-409-title = Это уже изменилось
error-409-what = Пока вы читали, сюда добавилось новое действие. Ваше не выполнено.
error-409-do = Откройте страницу заново и прочтите, что есть сейчас.
error-410-title = Этого больше нет
error-410-what = Это убрано, или его время прошло.
error-410-do = Начните с главной страницы.
error-413-title = Прислано слишком много
error-413-what = Текст или файл больше разрешённого. Он не принят.
error-413-do = Вернитесь назад: написанное осталось там. Уменьшите файл или разделите его на части.
error-415-title = Такой вид данных не читается
error-415-what = Данные такого вида здесь не принимаются.
error-415-do = Отправьте форму с этого сайта.
error-422-title = Это не выполнено
error-422-what = Форма уже отправлена с другим содержанием, или её время прошло. Второй раз ничего не сделано.
error-422-do = Откройте форму заново и заполните её.
error-429-title = Слишком много попыток
error-429-what = За короткое время пришло слишком много запросов.
error-429-do = Подождите несколько минут и попробуйте снова. Написанное не пропадёт.
error-500-title = У нас что-то сломалось
error-500-what = Это не ваша вина. Неизвестно, выполнено ли действие.
error-500-do = Через несколько минут отправьте ту же форму снова: дважды она не засчитается.
error-503-title = Сейчас служба недоступна
error-503-what = Система временно не работает. Отправленное раньше не пропало.
error-503-do = Попробуйте снова через несколько минут.
answering-strip-source = { $date } · посчитано по открытой записи
answering-strip-overturned = Вовремя, но позже отменено, по словам государства, за четыре квартала: { $number }
answering-strip-text = { $body }, последние 12 месяцев: { $numbers }. { $overturned }. На { $date }.
answering-strip-more = Все показатели и открытая запись
