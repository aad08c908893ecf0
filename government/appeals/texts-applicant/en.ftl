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
case-next-withdraw-hint = Only with the withdrawal code. For some days it can be taken back.
case-withdraw-lead = The body then no longer has to answer. Withdraw only if you yourself no longer need an answer.
case-withdraw-pressure-title = Did somebody tell you to withdraw?
case-withdraw-pressure = Nobody may press you: not the body, not your superior, not a relative sent by them. A favour or a threat for a withdrawal is against the law, and the appeal need not be withdrawn for something to be done.
case-withdraw-pressure-how = If you have to do it all the same, do it, and take it back as soon as you are alone. That needs no withdrawal code.
case-withdraw-not-answered = A withdrawn appeal never counts as answered in the figures of the body.
case-withdraw-back = Withdrawn today, it can be taken back through { $day }. The old deadline then stands again.
case-withdraw-again = A withdrawal bars nothing: you may write about the same matter again at any time.
case-withdraw-none-title = This appeal has no withdrawal code
case-withdraw-none = It was filed without one, or before there were such codes. So nobody can withdraw it on this page, you neither, and no code can be given later. If you no longer need an answer, you can say so by adding a statement; the body still owes an answer.
case-withdraw-in-person-title = How to withdraw it all the same
case-withdraw-in-person = Come to the registry of the body with a proof of who you are, and write and sign there that you withdraw. The registry scans your statement and enters it. You have the same days to take it back, there or here. By telephone or post it cannot be done, so that nobody does it for you.
case-withdraw-printed = The code was printed at the counter on { $moment }. If you never got it, say so to the body above: somebody else may hold it. What is withdrawn can be taken back until the day named above.
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
case-next-follow = Keep it among my appeals
case-next-follow-hint = It then stands in your list, and you need no secret to see it.
case-follow-lead = Whoever is signed in here now sees this appeal in their list and may do with it all that its secret allows. No state body learns of it.
case-follow-sealed-title = This appeal was filed with a sealed name
case-follow-sealed = Your list then ties the appeal to your account. It lies in the sealed part of the system; whoever handles the appeal cannot read it. If you want to leave no such tie, go on using the secret.
case-follow-send = Keep it among my appeals
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

## Erasing
case-next-erase = Ask to have something erased
case-next-erase-hint = Texts, files or your name. You can think it over for some days.
case-erase-lead = You can ask that what you wrote, your files or your name be erased from this case. The head of the body decides.
case-erase-stays-title = What erasing cannot do
case-erase-stays-record = That the appeal was made, its dates and how it was closed stay in the public record: nobody can deny later that it existed.
case-erase-stays-copies = What somebody has copied, printed or read elsewhere cannot be called back.
case-erase-stays-proof = Files with which you could prove the exact words no longer prove them here. Keep the opening if you may need it.
case-erase-think-title = Three days to think it over
case-erase-think = Asked today, nothing is erased before { $day } is over. Until it is decided you can take it back.
case-erase-pressure = Nobody may press you to have your words erased. If you are being watched now, ask, and take it back later.
case-erase-scope = What should be erased?
case-erase-scope-hint = You may choose more than one
case-erase-scope-missing = Choose what should be erased
case-erase-scope-option-texts = Texts: what I wrote, and the body's replies to it
case-erase-scope-option-attachments = Files
case-erase-scope-option-identity = My name, address and contact. The case then also leaves the list of my account, and only number and secret still open it
case-erase-decided = The head may refuse on a ground in law. Then you learn which.
case-erase-due = If you ask today, it is to be decided by { $day }.
case-erasure-waiting = Your request to erase is to be decided by { $day }.
case-erasure-late = Your request to erase was to be decided by { $day }. That day is over; the lateness is counted.
erasure-why = How this day came about
case-erase-send = Ask for it
case-next-keep = Take the request to erase back
case-next-keep-hint = Everything then stays as it is.
case-keep-asked = Asked on { $day }.
case-keep-until = Nothing is erased before { $day } is over.
case-keep-lead = You need no code and no reason. Afterwards you can ask again at any time.
case-keep-send = Take it back
act-added-document = Document
act-added-statement = Statement
act-added-correction = Correction
act-added-erasure-asked = A request to erase
act-added-erasure-taken-back = The request to erase was taken back
act-added-erasure-refused = The request to erase was refused
act-erasure-scope = What
act-erasure-scope-texts = Texts
act-erasure-scope-attachments = Files
act-erasure-scope-identity = Name, address and contact
act-erasure-case-is-open = The case is still open, and cannot be answered without it
act-erasure-court-proceedings-pending = A court is dealing with the matter
act-erasure-law-requires-keeping = A law requires that it be kept
act-erasure-needed-for-legal-claim = It is needed for a claim in law
act-erasure-another-applicant-needs-it = Somebody else who filed with you needs it
act-erased-part-texts = The text that stood here was erased.
act-erased-part-attachments = The files that stood here were erased.
act-erased-part-identity = The name of the applicant was erased.
desk-erasures-title = Erasures asked for
desk-erasures-lead = What applicants have asked to have erased from their cases. The head decides; the applicant may take it back until then.
desk-erasures-none = Nobody waits for a decision
desk-erasures-none-how = A request appears here as soon as an applicant makes it.
desk-erasures-asked = Asked
desk-erasures-due = To decide by
desk-erasures-all = All of them
desk-erasure-due = To decide by { $day }.
desk-erasure-title = Erase from this case
desk-erasure-not-asked = The applicant has asked for nothing here.
desk-erasure-asked = Asked by the applicant on { $day }:
desk-erasure-wait-title = Not yet
desk-erasure-wait = The applicant can think it over: it can be decided once { $day } is over.
desk-erasure-grant = Erase
desk-erasure-grant-lead = What is erased does not come back, from no backup either. The acts, their dates and their codes stay.
desk-erasure-grant-send = Erase for good
desk-erasure-refuse = Refuse
desk-erasure-refuse-send = Refuse to erase
desk-keep-ground = Ground
desk-keep-ground-missing = Choose the ground
desk-keep-ground-option-case-is-open = The case is still open, and cannot be answered without it
desk-keep-ground-option-court-proceedings-pending = A court is dealing with the matter
desk-keep-ground-option-law-requires-keeping = A law requires that it be kept
desk-keep-ground-option-needed-for-legal-claim = It is needed for a claim in law
desk-keep-ground-option-another-applicant-needs-it = Somebody else who filed with the applicant needs it
desk-keep-text = Words for the applicant
desk-keep-text-hint = Which law, which proceedings, until when
desk-erasure-order = Erase though the applicant has not asked
desk-erasure-order-lead = Only by the order of a court, at the end of the time for keeping, or to protect somebody else. The record shows the ground and that the head did it.
desk-erasure-order-send = Order it, and wait for a second person
desk-erasure-waits-title = Waits for a second person
desk-erasure-waits = { $writer } orders that exactly these parts be erased for good. Somebody else of the body stands behind the list, or nothing goes.
desk-erasure-approve-send = I have read the list: erase it for good
desk-erasure-changed = Something was entered since, and the list is another one now. The head orders it anew.
desk-erasure-not-writer = Who ordered it does not approve it.
desk-erasure-orders = Orders to erase that wait for a second person
desk-erasure-ordered = Ordered
desk-erasure-orderer = Ordered by
desk-erasure-take-back = Take the order back
desk-order-order-ground = Ground
desk-order-order-ground-missing = Choose the ground
desk-order-order-ground-option-court-order = A court ordered it
desk-order-order-ground-option-third-person = To protect somebody else
desk-order-order-ground-option-retention-ended = The time for keeping it has ended
desk-order-order-scope = What
desk-order-order-scope-missing = Choose what is to be erased
desk-order-order-scope-option-texts = Texts
desk-order-order-scope-option-attachments = Files
desk-order-order-scope-option-identity = Name, address and contact
desk-order-order-reference = Which order or rule
desk-order-order-reference-hint = Number and date. The applicant reads it
desk-order-order-reference-missing = Write which order or rule it is

## A higher place
case-next-higher = Take it to a higher place
case-next-higher-hint = A new case at the body above, the prosecutor or the ombudsman, who see what was written here.
case-higher-to = Where it goes
case-higher-to-missing = Choose where it goes
case-higher-to-not-accepted = This way is closed by now: choose another one
case-higher-to-option-higher-body = The body above
case-higher-to-option-prosecutor = The prosecutor
case-higher-to-option-ombudsman = The ombudsman
case-higher-does-higher-body = It can decide the matter itself and set the answer aside.
case-higher-does-prosecutor = Examines whether the law was kept, and can demand that a breach ends. Does not decide the matter itself.
case-higher-does-ombudsman = Examines whether your rights were kept, and recommends. Sets no answer aside.
case-higher-no-term = No time limit.
case-higher-until = You can do this through { $day }.
case-higher-why = Why until then
case-higher-why-months =
    { $months ->
        [one] The decision was entered on { $from }. It can be appealed against within { $months } month, that is until { $ends }.
       *[other] The decision was entered on { $from }. It can be appealed against within { $months } months, that is until { $ends }.
    }
case-higher-silence = No answer came by { $day }. Against silence you can go there as long as it lasts.
case-higher-new = It is a case of its own, with its own number, codes and deadline.
case-higher-history = Whoever gets it sees that it carries this case on, and can read what was written here. Whoever opens it enters that in the record.
case-higher-name = Your name goes along, shown or sealed as it is here.
case-higher-old = This case stays as it is. You can still dispute the answer here.
case-higher-subject = What it is about
case-higher-subject-missing = Write in a few words what it is about
case-higher-text = Why you do not agree
case-higher-text-hint = What is wrong with the answer, or that none came, and what you ask for
case-higher-text-missing = Write why you do not agree
case-higher-send = Send it
case-linked-title = Cases that belong together
case-linked-earlier = Carries on
case-linked-later = Carried on by
act-appealed-to = Taken to
desk-earlier-title = Earlier case
desk-earlier-lead = The applicant has taken this case here. Its texts are opened apart, by an act of their own.

## Who looked
case-readings-title = Who opened your texts
case-readings-count =
    { $count ->
        [0] Nobody has opened them at a desk yet
        [one] Opened { $count } time at a desk
       *[other] Opened { $count } times at a desk
    }
case-readings-lead = Each time an official opens the texts or your name at a desk, that is entered in the public record before they see a word. Only you see here that it was about your case.
case-readings-none = Nobody has opened anything yet
case-readings-none-how = As soon as somebody does, it stands here with day, post and entry.
case-readings-when = When
case-readings-who = Post
case-readings-what = What
case-readings-entry = Entry
case-readings-queued = waits
case-readings-texts = Texts and files
case-readings-identity = Your name
case-readings-limit = What somebody reads past the desk, in the database itself or on paper, is not seen here.

## Stated by the state
stated-title = Overturned answers, and what applicants say
stated-mark = Stated by the state
stated-mark-why = The public record shows when a body answered, not what. These numbers are the state's own word: they cannot be counted again from outside, unlike all others here.
stated-none = Nothing has been decided in this period
stated-none-how = A body appears here with its first decision.
stated-column-decided = Decided
stated-column-takenHigher = Taken higher
stated-column-overturned = Overturned
stated-column-inTimeOverturned = Of these, answered in time
stated-column-ratedDone = “It was done”
stated-column-ratedPartlyDone = “In part”
stated-column-ratedNotDone = “It was not”
stated-column-erasedInTime = Erasures decided in time
stated-column-erasedLate = Decided late
stated-column-erasureOverdue = Not decided, over the day
stated-column-publicAgreed = Authors agreed to publication
stated-column-publicReleased = Released
stated-column-publicRefused = Refused by the head
stated-outcomes = What bodies decided, by outcome and by ground:
stated-overturned = Overturned: the applicant took the decision to the body above, and that body granted, whole or in part, what the one below had not. Each counts in the quarter in which the body above decided.
stated-overturned-in-time = Answers in time that were overturned stand beside the headline of each body, four quarters together.
stated-overturned-of-all = All bodies together, overturned of answers in time: { $number }
stated-rated = What applicants say: each may say once after an answer whether it was done. Most do not say anything.
stated-erasures = Requests to erase: each is to be decided by a day of its own. The public record shows the case's day, not that one, so these three are the state's word.
stated-publications = Public appeals: of the texts whose authors agreed in this time, how many the body released or the time released, and how many its head refused with a reason.
stated-small = Numbers from 1 to 4 are not shown, so that they point at nobody. Where one could be worked out from the others, some of those are not shown either, zeros too.

## The inbox
inbox-count =
    { $count ->
        [one] { $count } case.
       *[other] { $count } cases.
    }
inbox-asked-count = asks something of you: { $count }
inbox-fresh-count = something new: { $count }
inbox-news = Since your last visit
inbox-next = Next date
inbox-overdue = overdue
inbox-fresh = { $count } new:

## API
api-problem-no-such-file = No such file lies here.
api-problem-no-such-page = There is no such page of the list.
api-problem-not-open = Nothing can be signed any more: the appeal has been answered, withdrawn, or is being passed on.
api-problem-full = This appeal has as many signatures as an appeal can have.
api-problem-another-copy = This is not the copy that was previewed. Preview it again, and agree to that.

## On paper
paper-slip-title = Your appeal
paper-slip-link = A page for printing: number, status code, next date
paper-slip-where = Where it stands is shown to whoever types number and status code here:
paper-next-date = Next date
paper-small-title = A small code for paper
paper-small-what = A square to print. With it anybody who has a copy of the public record can show that this act stands in it unchanged, without asking the state.
paper-small-none-how = It can be made as soon as the act has its number in the public record. Look again in some minutes.
paper-full-title = A full code for paper
paper-full-what = A larger square on a page of its own, with the proof and the witnesses in it: it is checked without any copy of the record. Print it as large as it is here, seven centimetres at least.
paper-full-none-how = It can be made as soon as witnesses have signed. Look again in some minutes. If the proof has become too long for a square, download the receipt as a file instead.
paper-code-who = It holds neither your text nor your name. Whoever finds it learns that somebody wrote to this body, when, and by when it must answer.
paper-code-none = There is no code yet
paper-code-alt = Square code with the receipt
paper-code-check = How it is checked
paper-code-check-how = Read the square with any telephone, save its letters in a file, and give the file to the auditor's program:
