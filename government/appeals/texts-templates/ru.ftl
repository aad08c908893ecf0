# Тексты, которые орган держит готовыми для своих ответов.

desk-templates = Заготовки ответов
desk-templates-lead = Тексты для вопросов, которые задают часто. Сотрудник этого органа вставляет заготовку в ответ и меняет то, что не подходит. Не называйте здесь людей: заготовка не относится ни к какому обращению.
desk-templates-none = Заготовок пока нет.
desk-templates-none-how = Напишите первую ниже. Она появится рядом с каждым ответом этого органа.
desk-templates-full = Заготовок: { $count }. Больше орган хранить не может. Удалите одну, прежде чем писать другую.
desk-template-new = Новая заготовка
desk-template-change = Изменить заготовку
desk-template-name = Название
desk-template-name-hint = По нему её находят сотрудники. Заявители его не видят.
desk-template-for = Для каких ответов
desk-template-for-all = для любых
desk-template-outcome = Только с этим итогом
desk-template-outcome-hint = Если не выбрать, подходит к любому итогу.
desk-template-kind = Только для этого вида обращения
desk-template-kind-hint = Если не выбрать, подходит к любому виду. Где заготовка не подходит, она стоит после остальных.
desk-template-languages = Языки
desk-template-changed = Изменена
desk-template-text-tk = Текст на туркменском
desk-template-text-tk-hint = На обращение отвечают на его языке. Напишите хотя бы один из трёх текстов.
desk-template-text-tk-missing = Напишите текст хотя бы на одном языке
desk-template-text-ru = Текст на русском
desk-template-text-en = Текст на английском
desk-template-send = Сохранить заготовку
desk-template-remove = Удалить эту заготовку
desk-template-remove-what = Вернуть её будет нельзя. В ответах, написанных с ней, текст останется.
desk-template-remove-send = Удалить навсегда
desk-template-done-write = Заготовка сохранена
desk-template-done-write-what = Теперь она есть рядом с каждым ответом этого органа.
desk-template-done-remove = Заготовка удалена
desk-template-done-remove-what = В ответах, написанных с ней, текст остался.
desk-refused-template-gone = Этой заготовки больше нет. Всё, что вы написали, осталось здесь; выберите другую или продолжайте без неё.
desk-refused-template-changed = Эту заготовку тем временем изменил кто-то другой. Ваш текст остался здесь, но ещё не сохранён; откройте заготовку во втором окне, сравните и нажмите кнопку снова.
desk-refused-template-name-taken = Так уже называется другая заготовка. Выберите название, по которому их можно различить.
desk-refused-template-too-long = Заготовка не вставлена: ответ стал бы слишком длинным. Всё, что вы написали, осталось здесь; сократите текст и нажмите кнопку снова.
desk-refused-templates-full = Заготовка не сохранена: больше этот орган хранить не может. Ваш текст остался здесь; удалите одну во втором окне и нажмите кнопку снова.

## Beside a reply
desk-reply-templates = Заготовки этого органа
desk-reply-templates-what = Текст встанет в конец вашего ответа. Всё, что вы написали, останется как есть.
desk-reply-templates-others = Заготовки для других ответов: { $count }
desk-reply-template-insert = Вставить: { $name }
desk-reply-template-other-language = Не на языке обращения:
