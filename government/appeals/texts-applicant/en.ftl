# What an applicant can do with a case after filing.

case-step-held-up = Too many codes were tried for this case. Wait a quarter of an hour and try again. The case goes on all the same.

## Withdrawing
receipt-withdrawal-title = Withdrawal code
receipt-withdrawal = Withdrawal code
receipt-withdrawal-what = Without this code nobody can withdraw your appeal here: not the body, not whoever learns your secret.
receipt-withdrawal-apart = Most people never need it. If you fear that you will be pressed to withdraw, do not take it with you at all.
receipt-withdrawal-lost = It cannot be had again once this visit has ended. Without it the appeal simply goes on.
receipt-withdrawal-show = Show the withdrawal code
case-next-withdraw = Withdraw the appeal
case-next-withdraw-hint = Only with the withdrawal code. It can be taken back for three days.
case-withdraw-lead = The body then no longer has to answer. Withdraw only if you yourself no longer need an answer.
case-withdraw-pressure-title = Did somebody tell you to withdraw?
case-withdraw-pressure = Nobody may press you: not the body, not your superior, not a relative sent by them. A favour or a threat for a withdrawal is against the law, and the appeal need not be withdrawn for something to be done.
case-withdraw-pressure-how = If you have to do it all the same, do it, and take it back as soon as you are alone. That needs no withdrawal code.
case-withdraw-not-answered = A withdrawn appeal never counts as answered in the figures of the body.
case-withdraw-back = Withdrawn today, it can be taken back through { $day }. The old deadline then stands again.
case-withdraw-again = A withdrawal bars nothing: you may write about the same matter again at any time.
case-withdraw-none-title = This appeal has no withdrawal code
case-withdraw-none = It was filed without one, or before there were such codes. So nobody can withdraw it here, you neither, and no code can be given later. If you no longer need an answer, you can say so by adding a statement; the body still owes an answer.
case-withdraw-code = Withdrawal code
case-withdraw-code-hint = Twelve letters and digits, shown to you when you filed
case-withdraw-code-wrong-shape = Check the code: it has twelve letters and digits. The secret and the status code are other codes
case-withdraw-code-not-accepted = This is not the withdrawal code of this appeal
case-withdraw-send = Withdraw
case-next-revoke = Take the withdrawal back
case-next-revoke-hint = The appeal then goes on as if it had not been withdrawn.
case-revoke-lead = Your appeal goes on, and the body owes the answer again. You need no code and no reason.
case-revoke-since = Withdrawn on { $day }.
case-revoke-until = It can be taken back through { $day }.
case-revoke-due = The deadline that stood before stands again: { $day }.
case-revoke-send = Take it back
desk-withdrawn = Withdrawn
desk-withdrawn-until = The applicant can take it back through { $day }. Nobody else can, and nobody may ask them not to.

## Was it done?
case-next-rate = Say whether it was done
case-next-rate-hint = One question, once. You need not answer it.
case-rate-lead = The body has answered. Was what you needed done? What you say is counted, without your name, in the body's figures, and stands in the record as your act.
case-rate-dispute = Saying “no” changes no deadline. If the answer is no answer at all, dispute it instead: the body then has to answer again.
case-rate-answer = Was it done?
case-rate-answer-missing = Choose one of the answers
case-rate-answer-option-done = Yes
case-rate-answer-option-partly-done = In part
case-rate-answer-option-not-done = No
case-rate-answer-option-do-not-ask = I do not want to be asked
case-rate-send = Send
act-rating = Was it done?
act-rating-done = Yes
act-rating-partly-done = In part
act-rating-not-done = No
