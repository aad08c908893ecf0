sign-in-title = Sign in
sign-in-lead = You need your number, your password and your code sheet.
sign-in-shared = On a shared computer: it forgets you when you leave it, and after ten minutes at rest. Whoever runs it may record what you type; a code works once only.
sign-in-without = You can file and follow an appeal without signing in.
sign-in-number = Your number
sign-in-number-hint = Eight digits, at the top of your code sheet
sign-in-number-wrong-shape = Check the number: a digit is wrong or missing
sign-in-password = Password
sign-in-password-not-accepted = Number or password is not right
sign-in-send = Next
sign-in-too-many-title = Too many attempts
sign-in-too-many = There were too many attempts with this number or from this place. Wait a quarter of an hour, then try again.
sign-in-code-title = A code from your sheet
sign-in-code-asked = Enter code number { $position }.
sign-in-code-code = Code
sign-in-code-code-hint = Eight letters and digits, for example 7Q2M-X4WD. Cross it out afterwards: it works once only.
sign-in-code-code-wrong-shape = Check the code: it has eight letters and digits
sign-in-code-code-not-accepted = This is not the code asked for
sign-in-code-another = The code before was used in the meantime. Please enter the next one.
sign-in-code-send = Sign in
sign-in-locked-title = Your code sheet is locked
sign-in-locked = Five wrong codes were entered. Get a new sheet at any counter; take your passport with you. Your appeals go on meanwhile.
sign-in-used-up-title = Your code sheet is used up
sign-in-used-up = Get a new sheet at any counter; take your passport with you.
sign-in-begin-again-title = Please begin again
sign-in-begin-again = More than five minutes have passed, or this browser does not keep our cookie. The cookie lives until you close the browser and says nothing about you.
sign-in-again = Begin again
account-title = Your place
account-number = Your number
account-offices = Your offices
account-role-operator = registry
account-role-helper = helper
account-role-official = official
account-role-head = head
account-role-auditor = auditor
account-role-controller = controller
account-few-codes =
    { $count ->
        [0] Your code sheet has no codes left. Get a new sheet at any counter.
        [one] Your code sheet has { $count } code left. Get a new sheet at any counter.
       *[other] Your code sheet has { $count } codes left. Get a new sheet at any counter.
    }
account-sessions = Where you are signed in
account-session-since = Signed in
account-session-seen = Last seen
account-session-here = this browser
account-session-end-this = End the sign-in of { $since }
account-sessions-end-others = End all others
account-session-action = Action
