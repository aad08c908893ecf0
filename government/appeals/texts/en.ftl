## The first page
appeal-title = Write to a state body
appeal-lead = A complaint, an application, a suggestion, a request or a message to a ministry or a local administration. It must answer you, and anyone can see whether it does.
appeal-emergency-title = Danger to life or health?
appeal-emergency = Nobody reads here at once. Get help first.
appeal-ready-title = What to have ready
appeal-ready-what = What happened, where and when, and what you ask for.
appeal-ready-who = Your name and an address for the answer. You decide whether the official sees your name.
appeal-ready-file =
    { $count ->
        [one] If you like, { $count } file: a document or a picture.
       *[other] If you like, up to { $count } files: documents or pictures.
    }
appeal-ready-paper = Paper and a pen, for the number and the codes.
appeal-no-refusal = What you send is registered at once. Nobody can refuse to register it.
appeal-without-account = No account is needed. Whoever has one can sign in first; the account then follows the case.
appeal-to-body = It goes to:
appeal-begun = You have begun to write. What you wrote is still here.
appeal-go-on = Go on writing
appeal-start-button = Begin
appeal-start-anew = Begin anew and delete what was written
appeal-shared-title = On a shared computer or in a café
appeal-shared = The owner of the computer and of the line may see what you do. This site remembers what you write until you close the browser, and deletes it after twelve hours. You can also send your appeal through a lawyer or a relative, or hand it in on paper.
appeal-continue-link = Continue with a code
appeal-back = Back
appeal-next = Continue
appeal-save = Save and continue later
appeal-change = Change
appeal-place = Question { $number } of { $count }

## What kind
appeal-kind-title = What do you want to send?
appeal-kind-kind = Kind
appeal-kind-kind-hint = If you are unsure, take the nearest. The body must answer in any case.
appeal-kind-kind-missing = Choose what you want to send
appeal-kind-kind-option-filed-complaint = Complaint
appeal-kind-kind-option-filed-complaint-hint = Your right or somebody's right was broken; a decision or an official was wrong.
appeal-kind-kind-option-filed-application = Application
appeal-kind-kind-option-filed-application-hint = You ask for something to be done for you.
appeal-kind-kind-option-filed-suggestion = Suggestion
appeal-kind-kind-option-filed-suggestion-hint = You know how something could be better.
appeal-kind-kind-option-filed-request = Request for information
appeal-kind-kind-option-filed-request-hint = You want to know something that the body knows.
appeal-kind-kind-option-filed-message = Message
appeal-kind-kind-option-filed-message-hint = Something is broken or dangerous: a road, a pipe, a lamp.
appeal-kind-kind-option-filed-elsewhere = Filed elsewhere
appeal-kind-kind-option-received = Received from another body

## Which body
appeal-body-title = Which body should answer?
appeal-body-why = A few words are enough to find it. They are not kept once you have sent your appeal.
appeal-body-search-matter = What is it about?
appeal-body-search-matter-hint = As you would say it: no gas, pension, school.
appeal-body-search-place = Where?
appeal-body-search-place-hint = Village, district or town
appeal-body-search = Find the body
appeal-body-found = These bodies fit
appeal-body-wrong-is-forwarded = If you choose another one, nothing is lost: it must forward your appeal within the days that the law gives it.
appeal-body-local = answers for this place
appeal-body-none = No body was found by these words. Try others, or choose from the whole list.
appeal-body-all = Choose from the whole list
appeal-body-body = State body
appeal-body-body-missing = Choose a body
appeal-body-body-not-an-option = Choose a body from the list

## The text
appeal-text-title = What do you want to say?
appeal-text-why = Say what happened, where and when, and what the body should do. It will be read by the official who handles it.
appeal-text-why-suggestion = Say what could be better, and how. It will be read by the official who handles it.
appeal-text-subject = Subject
appeal-text-subject-hint = A few words, such as: no gas in our street since September
appeal-text-text = Text
appeal-text-text-hint = Do not write names of people who could be harmed by it. If your own name is to stay sealed, do not sign the text.

## Files
appeal-file-title = Files
appeal-file-why = You may add files: a document, a picture, an earlier answer. You may also go on without.
appeal-file-attachment = Add a file
appeal-file-hint =
    { $count ->
        [one] { $count } file of at most { $size } MiB: PDF, JPEG, PNG, ODT, DOCX or plain text (UTF-8). Pictures from a telephone may hold the place where they were taken.
       *[other] Up to { $count } files of at most { $size } MiB each: PDF, JPEG, PNG, ODT, DOCX or plain text (UTF-8). Pictures from a telephone may hold the place where they were taken.
    }
appeal-file-add = Add this file
appeal-file-list = Added files
appeal-file-remove = Remove { $name }
appeal-file-none = none
appeal-file-none-chosen = Choose a file first
appeal-file-full =
    { $count ->
        [one] { $count } file is there; more do not fit.
       *[other] { $count } files are there; more do not fit.
    }
appeal-file-empty = The file is empty. Choose another one.
appeal-file-too-large = The file is larger than { $size } MiB. Make it smaller, or send a part of it.
appeal-file-kind-not-taken = This kind of file is not taken. Its content must be PDF, JPEG, PNG, ODT, DOCX without macros or plain text (UTF-8), whatever its name says.
appeal-size-kibibytes = { $count } KiB
appeal-size-mebibytes = { $count } MiB

## Who writes
appeal-you-title = Who are you?
appeal-you-why = The body needs your name and address to answer you. They never enter the public record.
appeal-you-name = Your name
appeal-you-name-hint = First name and family name
appeal-you-address = Address for the answer
appeal-you-address-hint = Place, street, house
appeal-you-contact = Telephone or e-mail
appeal-you-contact-hint = Only if the body may call or write to you there
appeal-you-contact-none = not given
appeal-you-proof = When should the proof be entered?
appeal-you-proof-hint = If you say nothing here, the later moment is taken.
appeal-you-proof-option-later = In the night after, at a random moment, within 24 hours
appeal-you-proof-option-later-hint = Safer: the public entry then tells the day and not the hour, so nobody can compare it with who sat in this café. The deadline counts from now all the same.
appeal-you-proof-option-at-once = At once
appeal-you-proof-option-at-once-hint = You can take the proof with you now; the public entry shows this minute.
appeal-you-account = You are signed in: your account follows the case, and you find it under “My appeals”.
appeal-you-no-account = You are not signed in: you follow the case with its number and the codes on the receipt.

## Check and send
appeal-check-title = Check what you are going to send
appeal-check-then = What happens when you send it
appeal-check-registered = It is registered at once and gets a number.
appeal-check-due = If you send it now, the answer is due { $date }.
appeal-check-record = The public record shows that an appeal was filed with this body and by when it must answer. It shows neither your text nor your name.
appeal-send = Send

## Save and continue later
appeal-saved-title = What you wrote is kept under this code
appeal-saved-write-down = Write the code down. It is shown only now:
appeal-saved-how = On this or another computer choose “Continue with a code”.
appeal-saved-until = It is kept for 30 days, encrypted under the code, and deleted when you send it.
appeal-saved-who = Whoever finds the code can read what you wrote.
appeal-saved-not-sent = Nothing has been sent yet, and no deadline runs.
appeal-continue-title = Continue with a code
appeal-continue-lead = The code has twelve letters and digits. You got it when you chose “Save and continue later”.
appeal-continue-code = Code
appeal-continue-code-hint = Such as 7Q2M-X4WD-9KTB
appeal-continue-code-wrong-shape = Check the code: it has twelve letters and digits
appeal-continue-code-not-accepted = Nothing is kept under this code. Check it; what was saved is deleted after 30 days.
appeal-continue-send = Continue
appeal-continue-held-up = Too many codes were tried here. Wait a quarter of an hour and try again; what you saved stays.

## What has just happened
said-visit-ended-title = Your visit had ended meanwhile
said-visit-ended = Nothing had come from this browser for a long time, so it was forgotten here for safety. What you have just written is kept. If you had signed in, sign in again before you send.
said-form-too-old-title = The page was open for too long
said-form-too-old = Nothing was sent. Check it once more and send it now.
said-entered-title = It is entered
said-entered = You find it at the end of the list of what has happened.

## The receipt
receipt-title = Receipt
receipt-heading = Your appeal is registered
receipt-lead = Write the number and the status code down, or print this page.
receipt-number = Number
receipt-status-code = Status code
receipt-filed-at = Filed
receipt-accepted-by = Accepted by
receipt-accepted-by-register = The register of the body ({ $body }), at once and without a person
receipt-fingerprint = Fingerprint of the day
receipt-fingerprint-none = not yet there today
receipt-keep = With number and status code anyone can see where the case stands: its dates, not your text and not your name.
receipt-print = To print: press Ctrl and P, or choose “Print” in the browser's menu.
receipt-next-title = What happens next
receipt-next-registered = The body has your appeal already.
receipt-next-forward = If another body is responsible, it must be forwarded within the days that the law gives for it. You need not do anything, and the deadline stays.
receipt-next-official = The head gives it to an official. You will see the name.
receipt-next-answer = The answer comes on this site, with reasons and with where you can go on.
receipt-next-dispute = If the answer is none, you can say so, and the deadline stands again.
receipt-record-title = In the public record
receipt-in-record = Your appeal stands in the public record, where it cannot be removed unnoticed.
receipt-queued = The body has signed that it received your appeal. The entry in the public record follows by itself; look again later with your number.
receipt-delayed = What you hold now is the body's signed word that it has your appeal; it is not yet the proof. The entry in the public record follows by itself in the night after, at a random moment, within 24 hours, as you chose. Look again later with your number. The deadline counts from now.
receipt-to-case = To your appeal
receipt-more-title = If you want to hold more
receipt-no-account = You filed without an account: to read the answer here you need the secret as well. The status code shows only that it has come.
receipt-account = Your account follows this case. You need no code for it.
receipt-secret-title = Secret
receipt-secret = Secret
receipt-secret-what = With number and secret you can read the answer, reply and dispute, on any computer.
receipt-secret-who = Whoever finds it can do the same in your name and read everything. Do not keep it where you could be searched.
receipt-secret-apart = Keep it apart from the number, or learn it by heart. It cannot be had again once this visit has ended.
receipt-secret-show = Show the secret
receipt-files-title = Files for checking
receipt-file-what = The receipt as a file proves that an appeal was registered, and gives away neither text nor name.
receipt-file-get = Download the receipt
receipt-opening-what = The opening proves besides what you wrote, word for word, with your name and your files.
receipt-opening-who = Whoever finds this file on the computer or on a memory stick reads everything.
receipt-opening-get = Download the opening
receipt-back = Back to the receipt

## Opening a case
case-open-title = Follow an appeal
case-open-link = Follow an appeal
case-open-lead = You need the number and one of the two codes. The status code shows where the case stands; the secret opens everything.
case-open-number = Number
case-open-number-hint = Such as 26-4711-8302-5
case-open-number-wrong-shape = Check the number: a digit is wrong or missing
case-open-code = Status code or secret
case-open-code-hint = Eight or sixteen letters and digits
case-open-code-wrong-shape = Check the code: it has eight or sixteen letters and digits
case-open-code-not-accepted = Number and code do not fit together
case-open-send = Open
case-open-lost = If you have lost the codes, nobody can give you new ones: the case goes on all the same. Whoever filed with an account finds it there.
case-open-here = Open in this browser
case-open-held-up-title = Too many attempts
case-open-held-up = Too many codes were tried for this number or from here. Wait a quarter of an hour and try again. The case goes on all the same.
case-open-too-many-open-title = Too many cases are open in this browser
case-open-too-many-open = Leave this computer with the button below the list, then open the case anew.
case-own-title = My appeals
case-own-none = You have not sent anything with this account yet.
case-own-none-how = What you send while signed in will stand here with its deadline.
case-own-new = Write to a state body

## A case
case-title = Appeal
case-kind = Kind
case-body = State body
case-standing = Standing
case-filed = Filed on
case-entered-later = { $filed }, entered in the register on { $entered }
case-official = Handled by
case-no-due = none
case-standing-open = The body is working on it
case-standing-awaiting-applicant = Waits for your reply
case-standing-disputed = Disputed
case-standing-in-transit = Being passed on
case-standing-closed = Closed
case-standing-withdrawn = Withdrawn
case-standing-unfiled = Being registered
case-next-title = What you can do now
case-next-clarify = Answer the body's question
case-next-clarify-hint = The clock stands still until you answer, or until the pause is over.
case-next-dispute = Say that this is no answer
case-next-dispute-hint = The body cannot refuse this. The deadline stands again.
case-next-add = Add something
case-next-add-hint = A document, a statement or a correction. It does not change the deadline.
case-timeline = What has happened
case-status-only = You see where the case stands. Texts, names and the answer open with the secret or with the account that filed it.
case-proof-title = Proof
case-proof = The receipt proves that this appeal stands in the public record. It gives away neither text nor name.
case-proof-tlog = Download the proof of the log (.tlog-proof)
case-back = Back to the appeal
case-file = File
case-file-again = Choose the file again; the text was put back on the page, the file could not be
case-dispute-lead = Say why what the body wrote is no answer. It stands in the record as your act.
case-dispute-reason = Why is it no answer?
case-dispute-reason-missing = Choose why it is no answer
case-dispute-reason-option-does-not-answer = It does not answer what I asked
case-dispute-reason-option-not-done = It says that something was done, and it was not
case-dispute-reason-option-answers-another-question = It answers another question
case-dispute-reason-option-never-arrived = Nothing ever arrived
case-dispute-reason-option-untrue = What it says is not true
case-dispute-text = In your own words
case-dispute-text-hint = What is missing, and what the body should look at again
case-dispute-send = Enter the dispute
case-add-lead = The official who handles the case will read it.
case-add-what = What do you add?
case-add-what-missing = Choose what you add
case-add-what-option-document = Document
case-add-what-option-statement = Statement
case-add-what-option-correction = Correction
case-add-text = Text
case-add-send = Add
case-clarify-lead = The body asks something that it needs to know. With your answer the clock runs again.
case-clarify-question = The question
case-clarify-text = Your answer
case-clarify-send = Send the answer

## Acts
act-filed-application = Application filed
act-filed-complaint = Complaint filed
act-filed-suggestion = Suggestion filed
act-filed-request = Request for information filed
act-filed-message = Message filed
act-filed-elsewhere = Filed elsewhere
act-received = Received by the body
act-forwarded = Forwarded to another body
act-assigned = Given to an official
act-clarification-asked = The body asked a question
act-clarification-given = The question was answered
act-extended = The deadline was extended
act-deadline-moved = The deadline was moved by a public act
act-hearing-announced = A hearing was announced
act-answered = Answered
act-explained = Closed with an explanation
act-refused = Refused
act-disputed = Disputed by the applicant: this is no answer
act-withdrawn = Withdrawn by the applicant
act-withdrawal-revoked = The withdrawal was taken back
act-merged = Joined with another case
act-terminated = Ended without a decision
act-appealed = Taken to a higher place
act-added = Something was added
act-read = Read
act-published = Published
act-erased = Text erased
act-rated = Rated by the applicant
act-body-registered = Body registered
act-key-changed = Key changed
act-calendar-changed = Calendar changed
act-rules-changed = Rules changed
act-country-changed = Emergency numbers changed
act-pad-issued = Pad of receipts issued
act-stub-registered = Stub registered
act-stubs-voided = Stubs declared void
act-checkpoint-of = Checkpoint of another log
act-erased-text = The text of this act was erased. That it was done stays in the record.
act-signed = Signed by the body. The download proves it.
act-file = File
act-outcome = Outcome
act-outcome-satisfied = What was asked is granted
act-outcome-partly-satisfied = Granted in part
act-outcome-refused = Refused
act-outcome-explained = Explained, not decided
act-outcome-terminated = Ended without a decision
act-grounds = Grounds
act-ground-law-does-not-allow = The law does not allow it
act-ground-facts-not-confirmed = The facts were not confirmed
act-ground-no-right-to-what-is-asked = There is no right to what is asked
act-ground-already-decided = It has been decided before
act-ground-in-court = A court is dealing with it
act-ground-beyond-powers = It is beyond the powers of this body
act-ground-done-in-stages = It is done in stages
act-ground-means-not-available = There are no means for it
act-ground-asks-for-the-law = It asks what the law says
act-ground-asks-for-procedure = It asks how something is done
act-ground-already-answered-before = It has been answered before
act-ground-not-within-any-power = No state body is in charge of it
act-ground-applicant-cannot-be-reached = The applicant cannot be reached
act-ground-subject-has-ceased = What it was about is no more
act-ground-same-matter-in-court = A court is dealing with the same matter
act-ground-same-appeal-answered-thrice = The same appeal has been answered three times
act-ground-applicant-has-died = The applicant has died
act-erasure-applicant-asked = The applicant asked for it
act-erasure-court-order = A court ordered it
act-erasure-retention-ended = The time for keeping it has ended
act-erasure-third-person = To protect somebody else
act-reason = Reason
act-reason-another-body-is-competent = Another body is responsible
act-reason-another-place-is-competent = Another place is responsible
act-reason-body-is-complained-of = The complaint is against this body
act-reason-part-concerns-another-body = A part of it concerns another body
act-reason-inspection-on-site = An inspection on the spot is needed
act-reason-expert-opinion = An expert opinion is needed
act-reason-information-from-another-body = Information from another body is needed
act-reason-many-applicants = Many people have written about it
act-reason-translation = A translation is needed
act-reason-place-unclear = The place is not clear
act-reason-time-unclear = The time is not clear
act-reason-request-unclear = It is not clear what is asked
act-reason-document-missing = A document is missing
act-reason-authority-to-represent-missing = The authority to act for somebody is missing
act-reason-does-not-answer = It does not answer what was asked
act-reason-not-done = It says that something was done, and it was not
act-reason-answers-another-question = It answers another question
act-reason-never-arrived = Nothing ever arrived
act-reason-untrue = What it says is not true
act-reason-calendar = The calendar was changed
act-reason-rules = The rules were changed
act-from-body = From
act-to-body = To
act-until = New deadline
act-law = Law
act-remedies = If you do not agree
act-remedy =
    { $months ->
        [one] { $to }, within { $months } month
       *[other] { $to }, within { $months } months
    }
act-remedy-higher-body = the higher body
act-remedy-court = a court
act-remedy-ombudsman = the ombudsman
act-remedy-prosecutor = the prosecutor
act-added-what = What was added
actor-applicant = Applicant
actor-operator = Registry
actor-in-place-of = { $deputy }, in place of: { $post }
actor-system = System
actor-controller = Controller of the record
case-outside-link = Get a certificate or enter an answer that came
