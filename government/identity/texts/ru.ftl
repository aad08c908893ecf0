sign-in-title = Вход
sign-in-lead = Нужны ваш номер, пароль и лист кодов.
sign-in-shared = Общий компьютер забудет вас, когда вы его покинете, и после десяти минут покоя. Хозяин компьютера может записывать то, что вы печатаете; каждый код действует только один раз.
sign-in-without = Подать обращение и следить за ним можно и без входа.
sign-in-number = Ваш номер
sign-in-number-hint = Восемь цифр, вверху листа кодов
sign-in-number-wrong-shape = Проверьте номер: цифра неверна или пропущена
sign-in-password = Пароль
sign-in-password-not-accepted = Номер или пароль неверны
sign-in-send = Дальше
sign-in-too-many-title = Слишком много попыток
sign-in-too-many = С этим номером или из этого места было слишком много попыток. Подождите четверть часа и попробуйте снова.
sign-in-code-title = Код с вашего листа
sign-in-code-asked = Введите код номер { $position }.
sign-in-code-code = Код
sign-in-code-code-hint = Восемь букв и цифр, например 7Q2M-X4WD. Потом вычеркните его: он действует только один раз.
sign-in-code-code-wrong-shape = Проверьте код: в нём восемь букв и цифр
sign-in-code-code-not-accepted = Это не тот код, который нужен
sign-in-code-another = Предыдущий код тем временем был использован. Введите следующий.
sign-in-code-send = Войти
sign-in-locked-title = Ваш лист кодов закрыт
sign-in-locked = Пять раз был введён неверный код. Получите новый лист в любом окне приёма; возьмите с собой паспорт. Ваши обращения тем временем идут своим ходом.
sign-in-used-up-title = Ваш лист кодов закончился
sign-in-used-up = Получите новый лист в любом окне приёма; возьмите с собой паспорт.
sign-in-begin-again-title = Начните, пожалуйста, снова
sign-in-begin-again = Прошло больше пяти минут, или этот браузер не хранит нашу метку (cookie). Она живёт, пока вы не закроете браузер, и ничего о вас не говорит.
sign-in-again = Начать снова
account-title = Ваше место
account-number = Ваш номер
account-offices = Ваши должности
account-role-operator = приёмная
account-role-helper = помощник
account-role-official = специалист
account-role-head = руководитель
account-role-auditor = аудитор
account-role-controller = контролёр
account-few-codes =
    { $count ->
        [0] На вашем листе не осталось кодов. Получите новый лист в любом окне приёма.
        [one] На вашем листе остался { $count } код. Получите новый лист в любом окне приёма.
        [few] На вашем листе осталось { $count } кода. Получите новый лист в любом окне приёма.
       *[other] На вашем листе осталось { $count } кодов. Получите новый лист в любом окне приёма.
    }
account-sessions = Где вы вошли
account-session-since = Вход
account-session-seen = Последний раз
account-session-here = этот браузер
account-session-end-this = Закончить вход от { $since }
account-sessions-end-others = Закончить все остальные
account-session-action = Действие
