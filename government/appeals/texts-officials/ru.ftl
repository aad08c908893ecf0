## Два человека за отказом
desk-check-two-title = Для отказа нужен второй человек
desk-check-two = Отказ получит другой сотрудник этого органа и прочтёт именно эти слова и файлы. Только когда он их одобрит, отказ будет подписан, отправлен и записан в открытый журнал. До этого срок идёт.
desk-check-propose = Передать второму человеку
desk-refusal-title = Отказ на прочтение
desk-refusal-written-by = Составил: { $post }
desk-refusal-digest = Отпечаток этих слов и файлов:
desk-refusal-not-yours = Кто составил отказ, тот его не одобряет. Его читает другой сотрудник этого органа.
desk-refusal-approve-title = Вы отвечаете за эти слова
desk-refusal-approve-what = Орган подпишет их, они будут записаны в открытый журнал с обеими должностями, и обращение завершится. Отменить это нельзя.
desk-refusal-approve = Одобрить и отправить
desk-refusal-return-title = Или вернуть
desk-refusal-return = Вернуть составителю
desk-refusal-waits-title = Отказ ждёт второго человека
desk-refusal-waits = Составил: { $post }, { $day }. Пока другой сотрудник его не одобрит, ничего не отправлено, и срок идёт.
desk-refusal-read = Прочесть отказ
desk-refusal-read-after = Чтобы его прочесть, сначала откройте тексты на этой странице.
desk-refusal-take-back = Забрать обратно
desk-refusal-returned = Отказ вернулся: { $post }, { $day }
desk-return-reason = Почему возвращается
desk-return-reason-hint = Это прочтёт только составитель.
desk-done-propose = Отказ ждёт второго человека
desk-done-take-back = Отказ забран обратно
desk-done-approve = Отказ одобрен и отправлен
desk-done-return = Отказ возвращён составителю
desk-done-here = Это видно только здесь; ничего не отправлено и не записано в открытый журнал.
desk-refused-writer-cannot-approve = Этот отказ составили вы. Прочесть и одобрить его должен другой сотрудник органа.
desk-refused-second-person-needed = Для отказа нужен второй человек. Отправьте его со страницы, где ответ читают ещё раз.
desk-refused-no-second-person-needed = Для этого ответа второй человек не нужен. Составьте его заново и отправьте.
desk-refused-refusal-waits = Отказ по этому обращению ждёт второго человека. Сначала заберите его или дождитесь другого сотрудника.
desk-refused-no-refusal-waits = Отказа здесь больше нет. Посмотрите, что с обращением сейчас.
desk-refused-refusal-changed = Отказ тем временем составлен заново. Прочтите его и потом решайте.
act-two-people = За этим стоят два сотрудника: один составил, другой прочёл и одобрил.

## Заслушивание
desk-act-hearing = Назначить заслушивание
desk-act-hearing-hint = Заявитель заранее видит, что орган намерен решить, и может ответить.
desk-hearing-lead = Кто получит меньше, чем просил, видит предварительное решение, и его выслушивают до решения.
desk-hearing-earliest = Самый ранний день: { $day }. До него должно пройти не меньше: { $notice }.
desk-hearing-place = Место:
desk-hearing-on = День заслушивания
desk-hearing-on-hint = Например: 2026-12-01
desk-hearing-on-wrong-shape = Напишите день так: 2026-12-01
desk-hearing-text = Что орган намерен решить и почему
desk-hearing-text-hint = Укажите также час и комнату. Читают только заявитель и этот орган.
desk-hearing-send = Назначить заслушивание
desk-done-hearing = Заслушивание назначено
desk-refused-hearing-too-soon = У заявителя было бы слишком мало времени. Самый ранний день: { $day }; выберите его или более поздний.
desk-refused-hearing-after-due = Ответить нужно раньше: { $day }. Выберите более ранний день.
desk-refused-hearing-on-day-off = Это выходной день органа. Выберите рабочий день.
desk-refused-hearing-ahead = День заслушивания: { $day }. Сначала выслушайте заявителя; с этого дня на обращение можно ответить или объединить его.
act-hearing-on = День заслушивания
act-hearing-place = Место
act-hearing-answer = Вы можете прийти и высказаться или ответить письменно: «Добавить» на этой странице.

## Уточнение
desk-clarify-left =
    { $times ->
        [0] Ни один вопрос больше не остановит срок.
       *[other] Срок ещё может стоять: рабочих дней { $days }, вопросов { $times }. Закон позволяет всего: дней { $daysMax }, вопросов { $timesMax }; дни, которые заявителю не понадобились, возвращаются.
    }

## Пересланные и объединённые обращения
desk-forwardings = Пересылок: { $count }. Кто кому
desk-refused-others-merged-into-it = С этим обращением объединены другие и получат ответ через него. Ответьте здесь; нужные сведения спросите у другого органа.
desk-merged-title = Объединённые обращения
desk-merged-in = Это обращение объединено с обращением:
desk-merged-in-owed = Оно всё равно получит свой ответ: вместе с тем обращением или здесь.
desk-merged-here = Объединены с этим обращением; ответ получит и каждое из них:
desk-merged-answered = ответ дан
desk-merged-waits = ждёт ответа
desk-done-merge = Обращения объединены
desk-refused-merge-with-itself = Это то же обращение. Выберите другое.
desk-refused-merge-elsewhere = Другое обращение у другого органа. Объединяйте только то, что лежит здесь.
desk-refused-merge-other-language = Обращения на разных языках, и ответ на каждое даётся на его языке. Ответьте на них по отдельности.
desk-refused-merge-into-later = Срок другого обращения позже: из-за объединения никто не должен ждать дольше. Объедините наоборот.
desk-refused-merge-into-closed = Другое обращение завершено. Ответьте на это отдельно.
desk-refused-merge-not-now = Отказ по этому обращению ждёт, или с ним объединены другие. Сначала решите это или объедините наоборот.
act-merged-into = Объединено с

## Поднятые дела
act-escalated = Доложено главе: срок близок или прошёл
act-escalated-step = Насколько близок
act-escalated-three-working-days = Осталось не больше трёх рабочих дней
act-escalated-one-working-day = Остался не больше чем один рабочий день
act-escalated-left = Осталось не больше: { $term }
act-escalated-expired = Срок прошёл

## The queue
desk-show-approve = На одобрение
desk-empty-approve = Ни один отказ не ждёт вас как второго человека.

## Repeats
desk-merge-title = Возможно, то же самое
desk-merge-lead = Сравниваются тексты последних открытых обращений на том же языке и учётные записи тех, кто показывает своё имя. Ни текстов, ни имён здесь нет. Прежде чем объединять, откройте и прочтите оба.
desk-merge-none = Похожих открытых обращений нет.
desk-merge-none-how = Здесь появится то, что подано повторно или вместе одними словами.
desk-merge-likeness = Общих слов
desk-merge-what = Что можно сделать
desk-merge-send = Объединить с ним
desk-merge-other-way = Объединить то с этим
desk-merge-same-applicant = тот же заявитель

## Filters, many at once, what was passed on
desk-show-overdue = Просроченные
desk-show-near = Срок в 3 рабочих дня
desk-show-waiting = Ждут заявителя
desk-show-forwarded = Пересланные
desk-empty-overdue = Просроченных обращений нет.
desk-empty-near = Нет обращений со сроком в ближайшие три рабочих дня.
desk-empty-waiting = Ни одно обращение не ждёт заявителя.
desk-narrow = Показать только часть
desk-narrow-send = Показать
desk-bulk-title = Поручить отмеченные обращения
desk-bulk-send = Поручить отмеченные
desk-bulk-back = Назад к очереди
desk-bulk-done = Поручено: { $count }. Должность: { $post }
desk-bulk-not = Не поручено: { $count }
desk-refused-bulk-nothing-chosen = Ничего не поручено. Отметьте хотя бы одно обращение, выберите должность и нажмите кнопку снова.
desk-forwarded-lead = То, что этот орган переслал другим. Тексты здесь больше не открыть.
desk-empty-forwarded = Этот орган ничего не пересылал.
desk-empty-forwarded-how = Здесь появится то, что перешлют отсюда.
desk-forwarded-day = Переслано
desk-forwarded-to = Кому
desk-forwarded-holder = Сейчас у
desk-forwarded-stub = Этот орган переслал обращение
desk-forwarded-stub-what = Его рассматривает и на него ответит другой орган. Тексты здесь больше не открыть.
desk-overview-raised = Доложенные обращения: срок близок или прошёл
desk-overview-raised-none = Ни одно открытое обращение не доложено.
desk-overview-raised-none-erasures = Нет просьб об удалении, срок которых прошёл.
desk-overview-raised-step = Ступень
desk-overview-raised-day = Доложено
desk-raised-list = Весь список, по страницам и файлом
desk-raised-all = Все
desk-raised-expired = Срок прошёл
desk-raised-left = Срок ещё не прошёл
desk-raised-erasures = Просьбы об удалении, срок которых прошёл
desk-raised-all-bodies = Все органы
desk-raised-none-how = Обращение появляется здесь, когда руководителю доложено, что срок близок или прошёл, и остаётся до ответа.
desk-raised-none-how-erasures = Просьба появляется здесь на следующий день после своего срока и остаётся, пока руководитель не решит.
desk-raised-csv = Этот список целиком как CSV
desk-figure-week = Срок на этой неделе
desk-figure-late = С опозданием за 12 месяцев, на счёт главы
desk-overview-charged = Опоздание относится на счёт главы органа, у которого обращение было в день срока.
desk-oversight = Подчинённые органы
desk-oversight-all = Сроки всех органов
desk-clocks = Открытые дела
desk-clocks-lead = Когда истекает срок каждого и у кого оно: без текстов и имён. Изменить отсюда ничего нельзя.
desk-clocks-none = Открытых дел нет
desk-clocks-none-how = Когда здесь появится открытое дело, оно встанет в этот список: раньше срок — выше.
desk-oversight-lead = Цифры, сроки и доложенное: без текстов и имён.
desk-oversight-body = Орган
desk-oversight-raised = Доложено
desk-oversight-none = Подчинённых органов нет.

## Notes and stand-ins
desk-notes = Заметки этого органа: { $count }
desk-notes-what = Только для коллег: в журнал не записываются и никогда не публикуются. Когда в обращении что-то удаляют, удаляются и заметки.
desk-note-text = Новая заметка
desk-note-send = Сохранить заметку
desk-done-note = Заметка сохранена
desk-refused-note-empty-or-long = Заметка не сохранена. Напишите от 1 до 2000 знаков и нажмите кнопку снова.
desk-stands-in = Вы действуете за: { $post }, по { $day }
desk-handover = Отсутствие и замещение
desk-handover-lead = Пока занимающий должность отсутствует, его обращениями занимается другой сотрудник этого органа от своего имени. Кто замещает главу, делает от имени обеих должностей то, что может только глава, и никогда не подтверждает собственный отказ. Кто назван в жалобе или подал её, всё равно её не рассматривает.
desk-handover-none = Никто не отсутствует.
desk-handover-new = Передать должность
desk-handover-post = Кто отсутствует
desk-handover-deputy = Кто замещает
desk-handover-from = Первый день
desk-handover-from-hint = Например: 2026-12-01
desk-handover-from-wrong-shape = Напишите день так: 2026-12-01
desk-handover-through = Последний день
desk-handover-through-hint = Например: 18.12.2026
desk-handover-through-wrong-shape = Напишите день так: 18.12.2026
desk-handover-send = Передать
desk-handover-end = Закончить сегодня
desk-vacancy-title = Должности глав, которые никто не занимает
desk-vacancy-lead = Пока должность никто не занимает, вы решаете, кто в ней действует. То, что может делать только глава, записывается на обе должности; кто назван в жалобе, её не касается.
desk-vacancy-nobody = нет служащего, который мог бы действовать
desk-vacancy-vacant-deputy = Кто действует
desk-vacancy-vacant-from = Первый день
desk-vacancy-vacant-from-hint = Например: 2026-12-01
desk-vacancy-vacant-from-wrong-shape = Напишите день так: 2026-12-01
desk-vacancy-vacant-through = Последний день
desk-vacancy-vacant-through-hint = Например: 18.12.2026
desk-vacancy-vacant-through-wrong-shape = Напишите день так: 18.12.2026
desk-refused-handover-in-the-past = Дни не подходят: первый сегодня или позже, последний не раньше первого. Выберите другие дни.
desk-refused-handover-too-long = Замещение длится не больше 120 дней. Выберите меньший срок.
desk-refused-handover-to-itself = Должность не замещает саму себя. Выберите другую.
desk-refused-handover-exists = Эту должность в эти дни уже замещают. Сначала закончите то замещение.
desk-refused-handover-deputy-away = Та должность в эти дни тоже отсутствует: обращения остались бы ни у кого. Выберите другую.

## Nobody was heard
act-unheard = Не заслушан до решения
act-unheard-cannot-be-reached = За столом не известно имени: пригласить некого
act-unheard-danger-in-delay = Ожидание заслушивания причинило бы вред
act-unheard-nothing-to-hear = Обращение только сообщает, спрашивает или предлагает: о заявителе ничего не решено
act-unheard-as-applicant-stated = Решение основано только на том, что написал заявитель
act-unheard-applicant-waived = Заявитель письменно отказался от заслушивания
desk-unheard-title = Заявитель не заслушан
desk-unheard-what = Кто получит меньше, чем просил, того сначала выслушивают. Назначьте заслушивание или скажите ниже, почему его не было: причину прочтёт заявитель, и её посчитают публично.
desk-reply-unheard = Почему заявитель не заслушан
desk-reply-unheard-option-cannot-be-reached = { act-unheard-cannot-be-reached }
desk-reply-unheard-option-danger-in-delay = { act-unheard-danger-in-delay }
desk-reply-unheard-option-nothing-to-hear = { act-unheard-nothing-to-hear }
desk-reply-unheard-option-as-applicant-stated = { act-unheard-as-applicant-stated }
desk-reply-unheard-option-applicant-waived = { act-unheard-applicant-waived }
desk-refused-hearing-needed = Заявитель не заслушан. Назначьте заслушивание или скажите, почему его не было.
desk-refused-no-reason-needed = Заслушивание было или не нужно: уберите причину.
desk-refused-reason-unfit = Эта причина не подходит к этому делу. Выберите другую или назначьте заслушивание.
