## Рабочий стол и очередь
desk-title = Рабочий стол
desk-choice-title = Рабочий стол какого органа?
desk-show = Что показано
desk-show-all = Все открытые
desk-show-mine = Мои
desk-show-unassigned = Никому не поручено
desk-show-closed = Недавно завершённые
desk-column-due = Срок, рабочие дни
desk-column-last = Последнее действие
desk-column-number = Номер
desk-column-kind = Вид
desk-column-filed = Подано
desk-column-official = Должность
desk-column-phase = Состояние
desk-nobody = никому не поручено
desk-kind-filed-complaint = жалоба
desk-kind-filed-application = заявление
desk-kind-filed-suggestion = предложение
desk-kind-filed-request = запрос
desk-kind-filed-message = сообщение
desk-kind-filed-elsewhere = подано в другом месте
desk-phase-open = открыто
desk-phase-awaiting-applicant = ждёт заявителя
desk-phase-disputed = оспорено
desk-phase-in-transit = в пути
desk-phase-closed = завершено
desk-phase-withdrawn = отозвано
desk-late-days = прошло: { $days }
desk-near-days = осталось: { $days }
desk-due-today = сегодня
desk-empty-all = Открытых обращений нет.
desk-empty-mine = Вам ничего не поручено.
desk-empty-unassigned = Все обращения кому-то поручены.
desk-empty-closed = Ещё ничего не завершено.
desk-empty-how = Обращения в этот орган появляются здесь сразу после подачи.

## Обзор
desk-overview = Обзор
desk-overview-table = У кого открытые обращения
desk-figure-open = Открыто
desk-figure-overdue = Просрочено

## Обращение
desk-case-title = Обращение
desk-back = Назад к обращению
desk-name = Имя заявителя
desk-name-shown = показано исполнителям
desk-name-sealed = запечатано
desk-acts = Что можно сделать сейчас
desk-acts-not-now = Чего сейчас сделать нельзя и почему
desk-act-assign = Поручить исполнителю
desk-act-assign-hint = Должность видна всем, имя — только заявителю.
desk-act-forward = Переслать в другой орган
desk-act-forward-hint = Срок не начинается заново.
desk-act-clarify = Запросить уточнение
desk-act-clarify-hint = Срок стоит до ответа, но не дольше предела.
desk-act-extend = Продлить срок
desk-act-extend-hint = Один раз и до конца срока.
desk-act-answer = Ответить
desk-act-answer-hint = Перед отправкой вы прочтёте всё ещё раз.
desk-act-until = Последний день: { $day }.
desk-texts = Тексты
desk-texts-closed = Текст обращения, файлы и ответы закрыты.
desk-texts-more = После того как вы открыли тексты, заявитель написал ещё.
desk-texts-open = Открыть тексты
desk-texts-open-more = Открыть новые тексты
desk-opening-is-an-act = Открытие записывается в открытый журнал: орган прочитал. Кто именно, может узнать заявитель.
desk-identity = Заявитель
desk-identity-sealed = Заявитель запечатал имя и адрес. Здесь их не откроет никто; ответ придёт через этот сайт.
desk-identity-shown = Открывайте имя и адрес, только если они нужны для ответа. Каждое открытие записывается в открытый журнал.
desk-identity-open = Открыть имя
desk-identity-name = Имя
desk-identity-address = Адрес
desk-identity-contact = Телефон или почта
desk-identity-not-given = не указано
desk-identity-entered = Это открытие записано в открытый журнал. Страница показывается один раз.

## Что сделано и что не сделано
desk-done-assign = Обращение поручено
desk-done-forward = Обращение переслано
desk-done-clarify = Вопрос отправлен
desk-done-extend = Срок продлён
desk-done-answer = Ответ отправлен
desk-done-entered = Это записано в открытый журнал; заявитель это видит.
desk-refused-title = Это не сделано
desk-refused-sign-in-needed = Сначала войдите, потом попробуйте снова.
desk-refused-not-yours = Это обращение вам не открыто. Вернитесь к очереди.
desk-refused-status-only = Это обращение вам не открыто. Вернитесь к очереди.
desk-refused-office-lacking = Для этого нужна другая должность. Обратитесь к главе органа.
desk-refused-foreign-body = Обращение теперь у другого органа. Вернитесь к очереди.
desk-refused-not-assigned-to-you = Обращение поручено не вам. Чтобы открыть тексты и ответить, нужно поручение главы органа.
desk-refused-sealed = Заявитель запечатал имя: здесь его не откроет никто. Отвечайте без имени.
desk-refused-own-case = Это ваше собственное обращение. Его рассматривает другой; скажите главе органа.
desk-refused-person-complained-of = В этой жалобе названа ваша должность или орган целиком. Её рассматривает другой.
desk-refused-would-reach-person-complained-of = Жалоба подана на эту должность или этот орган: передать туда нельзя. Выберите другую.
desk-refused-would-return-to-body-appealed-against = Обращение подано против этого органа: тому, кто уже решал или вёл это дело, его возвращать нельзя. Выберите другой орган или ответьте сами.
desk-refused-name-in-words = В собственных словах заявителя стоит имя того, кто её получил бы, или кого-то из должностных лиц того органа. Выберите другого или укажите ниже, почему её всё же можно туда передать.
desk-refused-not-drawn-here = Страница слишком стара. Всё сохранилось: проверьте и отправьте снова.
desk-refused-expired = Страница была открыта слишком долго. Всё сохранилось: проверьте и отправьте снова.
desk-refused-different-body = Эта форма уже отправлена с другим содержанием. Посмотрите, что с обращением, и отправьте, если нужно.
desk-refused-reply-changed = Ответ изменён в другом окне. Прочтите его ещё раз и отправьте.
desk-refused-choice-gone = Выбранное больше недоступно. Выберите из списка другое.
desk-refused-day-not-later = Новый день должен быть позже нынешнего срока. Выберите более поздний.
desk-refused-identity-gone = Имени и адреса больше нет: они удалены. Ответ придёт через этот сайт.
desk-refused-illegal-sequence = В нынешнем состоянии обращения это невозможно. Выберите на его странице то, что возможно.
desk-refused-wrong-body = Обращение теперь у другого органа. Вернитесь к очереди.
desk-refused-no-such-case = Такого обращения нет. Проверьте номер.
desk-refused-same-register = Действия того органа записываются в ваш же реестр: в журнале ничего не изменилось бы. Поручите обращение исполнителю или выберите другой орган.
desk-refused-due-disputed = Этот день позже, чем позволяет закон. Последний день: { $day }. Выберите день не позже.
desk-refused-late-forward = Переслать уже нельзя. Последним днём было: { $day }. Теперь отвечает сам орган; нужные сведения он запрашивает у другого органа.
desk-refused-late-extension = Срок прошёл: { $day }. Прошедший срок не продлевают; ответьте как можно скорее.
desk-refused-extensions-exhausted =
    { $times ->
        [one] Срок уже продлён; закон позволяет это { $times } раз. Ответьте до срока.
        [few] Срок уже продлён; закон позволяет это { $times } раза. Ответьте до срока.
       *[other] Срок уже продлён; закон позволяет это { $times } раз. Ответьте до срока.
    }
desk-refused-late-pause = Срок прошёл: { $day }. Прошедший срок не останавливают; ответьте по тому, что известно.
desk-refused-pause-exhausted = Уточнений больше не осталось: закон позволяет рабочих дней не больше { $days }, раз не больше { $times }. Ответьте по тому, что известно.

## Если вход завершён
desk-again-title = Ваш вход завершён
desk-again-what = Ничего не отправлено, но написанное осталось здесь. Чтобы отправить его:
desk-again-sign-in = Войдите в новом окне
desk-again-then = Потом вернитесь на эту страницу и нажмите кнопку.
desk-again-files = Файлы потом нужно выбрать заново.
desk-again-send = Отправить снова

## Поручение
desk-assign-lead = Обращение поручается должности. Срок не меняется.
desk-assign-post = Должность
desk-assign-post-hint = Под должностью — имя, которое увидит заявитель.
desk-assign-post-missing = Выберите должность
desk-assign-send = Поручить
desk-assign-despite = Почему её можно дать человеку с этим именем
desk-assign-despite-hint = Заявитель прочтёт причину.
desk-assign-despite-option-another-person = имеется в виду другой человек с тем же именем
desk-assign-despite-option-not-complained-of = этот человек назван, но жалоба не на него
desk-forward-despite = Почему её можно передать в орган, где служит человек с этим именем
desk-forward-despite-hint = Заявитель прочтёт причину.
desk-forward-despite-option-another-person = { desk-assign-despite-option-another-person }
desk-forward-despite-option-not-complained-of = { desk-assign-despite-option-not-complained-of }
act-despite-name = В ваших словах стоит такое имя; передано всё же, потому что

## Пересылка
desk-forward-lead = Обращение уходит в тот орган, а срок остаётся прежним. Заявитель это видит.
desk-forward-not-back = В списке нет тех, против кого подано обращение: { $bodies }.
desk-forward-body = Орган-получатель
desk-forward-body-missing = Выберите орган
desk-forward-body-not-an-option = Выберите орган из списка
desk-forward-reason = Причина
desk-forward-reason-option-another-body-is-competent = { act-reason-another-body-is-competent }
desk-forward-reason-option-another-place-is-competent = { act-reason-another-place-is-competent }
desk-forward-reason-option-body-is-complained-of = { act-reason-body-is-complained-of }
desk-forward-reason-option-part-concerns-another-body = { act-reason-part-concerns-another-body }
desk-forward-note = Пояснение
desk-forward-note-hint = Его прочтут заявитель и орган-получатель.
desk-forward-send = Переслать

## Уточнение
desk-clarify-lead = Спрашивайте только то, без чего нельзя ответить, и простыми словами.
desk-clarify-reason = Чего не хватает
desk-clarify-reason-option-place-unclear = { act-reason-place-unclear }
desk-clarify-reason-option-time-unclear = { act-reason-time-unclear }
desk-clarify-reason-option-request-unclear = { act-reason-request-unclear }
desk-clarify-reason-option-document-missing = { act-reason-document-missing }
desk-clarify-reason-option-authority-to-represent-missing = { act-reason-authority-to-represent-missing }
desk-clarify-text = Вопрос
desk-clarify-text-hint = Например: какая улица и какой дом?
desk-clarify-send = Отправить вопрос

## Продление
desk-extend-lead = Срок продлевает только глава органа. Причину и новый день видит заявитель.
desk-extend-now = Нынешний срок: { $day }.
desk-extend-latest = Последний день по закону: { $day }.
desk-extend-until = Новый день
desk-extend-until-hint = Например: 18.12.2026
desk-extend-until-wrong-shape = Напишите день так: 18.12.2026
desk-extend-until-not-accepted = Новый день должен быть позже нынешнего срока
desk-extend-reason = Причина
desk-extend-reason-option-inspection-on-site = { act-reason-inspection-on-site }
desk-extend-reason-option-expert-opinion = { act-reason-expert-opinion }
desk-extend-reason-option-information-from-another-body = { act-reason-information-from-another-body }
desk-extend-reason-option-many-applicants = { act-reason-many-applicants }
desk-extend-reason-option-translation = { act-reason-translation }
desk-extend-text = Объяснение
desk-extend-text-hint = Его прочтёт заявитель.
desk-extend-send = Продлить срок

## Ответ
desk-outcome-outcome = Что решено?
desk-outcome-outcome-hint = Ответом в статистике считаются удовлетворение и обоснованный отказ.
desk-outcome-outcome-missing = Выберите итог
desk-outcome-outcome-option-satisfied = { act-outcome-satisfied }
desk-outcome-outcome-option-partly-satisfied = { act-outcome-partly-satisfied }
desk-outcome-outcome-option-refused = { act-outcome-refused }
desk-outcome-outcome-option-explained = { act-outcome-explained }
desk-outcome-outcome-option-terminated = { act-outcome-terminated }
desk-outcome-outcome-option-explained-hint = Ответом не считается.
desk-outcome-outcome-option-terminated-hint = Ответом не считается.
desk-reply-next = Далее
desk-reply-text = Ответ
desk-reply-text-hint = Простыми словами: что проверено, что будет сделано и когда. Не называйте посторонних людей.
desk-reply-grounds = Основания
desk-reply-grounds-missing = Выберите хотя бы одно основание
desk-reply-grounds-not-accepted = Выберите не больше шести оснований
desk-reply-grounds-option-law-does-not-allow = { act-ground-law-does-not-allow }
desk-reply-grounds-option-facts-not-confirmed = { act-ground-facts-not-confirmed }
desk-reply-grounds-option-no-right-to-what-is-asked = { act-ground-no-right-to-what-is-asked }
desk-reply-grounds-option-already-decided = { act-ground-already-decided }
desk-reply-grounds-option-in-court = { act-ground-in-court }
desk-reply-grounds-option-beyond-powers = { act-ground-beyond-powers }
desk-reply-grounds-option-done-in-stages = { act-ground-done-in-stages }
desk-reply-grounds-option-means-not-available = { act-ground-means-not-available }
desk-reply-grounds-option-asks-for-the-law = { act-ground-asks-for-the-law }
desk-reply-grounds-option-asks-for-procedure = { act-ground-asks-for-procedure }
desk-reply-grounds-option-already-answered-before = { act-ground-already-answered-before }
desk-reply-grounds-option-not-within-any-power = { act-ground-not-within-any-power }
desk-reply-grounds-option-applicant-cannot-be-reached = { act-ground-applicant-cannot-be-reached }
desk-reply-grounds-option-subject-has-ceased = { act-ground-subject-has-ceased }
desk-reply-grounds-option-same-matter-in-court = { act-ground-same-matter-in-court }
desk-reply-grounds-option-same-appeal-answered-thrice = { act-ground-same-appeal-answered-thrice }
desk-reply-grounds-option-applicant-has-died = { act-ground-applicant-has-died }
desk-reply-law = Статьи закона
desk-reply-law-hint = По одной в строке, например: Административный кодекс, статья 76
desk-reply-law-wrong-shape = По одной статье в строке: не больше 20 статей, в каждой не больше 200 знаков
desk-reply-file-hint = Файлов не больше { $count }, каждый не больше { $size } МиБ: PDF, JPEG, PNG, ODT, DOCX или простой текст (UTF-8).
desk-reply-to-check = Прочитать ещё раз
desk-check-title = Прочтите ещё раз перед отправкой
desk-check-final-title = После отправки изменить нельзя
desk-check-final = Орган подписывает ответ, он записывается в открытый журнал, и обращение завершается. Заявитель может отметить, что это не ответ.
desk-check-send = Отправить ответ

## A case by its number
desk-find-title = Найти дело по номеру
desk-find-number = Номер
desk-find-number-hint = Например: 26-4711-8302-5
desk-find-number-wrong-shape = Номер выглядит так: 26-4711-8302-5. Проверьте цифры.
desk-find-number-not-an-option = У вас нет дела с таким номером. Возможно, его передали дальше.
desk-find-send = Найти
