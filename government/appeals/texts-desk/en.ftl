## The desk and its queue
desk-title = Desk
desk-choice-title = The desk of which body?
desk-show = What is shown
desk-show-all = All open
desk-show-mine = Mine
desk-show-unassigned = Given to nobody
desk-show-closed = Closed recently
desk-column-due = Due, working days
desk-column-last = Last act
desk-column-number = Number
desk-column-kind = Kind
desk-column-filed = Filed
desk-column-official = Post
desk-column-phase = Standing
desk-nobody = given to nobody
desk-kind-filed-complaint = complaint
desk-kind-filed-application = application
desk-kind-filed-suggestion = suggestion
desk-kind-filed-request = request
desk-kind-filed-message = message
desk-kind-filed-elsewhere = filed elsewhere
desk-phase-open = open
desk-phase-awaiting-applicant = waits for the applicant
desk-phase-disputed = disputed
desk-phase-in-transit = on its way
desk-phase-closed = closed
desk-phase-withdrawn = withdrawn
desk-late-days = { $days } late
desk-near-days = { $days } left
desk-due-today = today
desk-empty-all = No case is open.
desk-empty-mine = No open case has been given to you.
desk-empty-unassigned = Every case has been given to somebody.
desk-empty-closed = No case has been closed yet.
desk-empty-how = Appeals to this body appear here as soon as they are filed.

## The overview
desk-overview = Overview
desk-overview-table = With whom the open cases are
desk-figure-open = Open
desk-figure-overdue = Overdue

## A case
desk-case-title = Appeal
desk-back = Back to the case
desk-name = Name of the applicant
desk-name-shown = may be seen by those who handle the case
desk-name-sealed = sealed
desk-acts = What can be done now
desk-acts-not-now = What cannot be done now, and why
desk-act-assign = Give to an official
desk-act-assign-hint = Everyone sees the post, only the applicant sees the name.
desk-act-forward = Forward to another body
desk-act-forward-hint = The deadline does not begin anew.
desk-act-clarify = Ask for clarification
desk-act-clarify-hint = The clock stands still until the reply, within limits.
desk-act-extend = Extend the deadline
desk-act-extend-hint = Once, and before it ends.
desk-act-answer = Answer
desk-act-answer-hint = You read everything once more before it is sent.
desk-act-until = Last day: { $day }.
desk-texts = Texts
desk-texts-closed = The text of the appeal, its files and the replies are closed.
desk-texts-more = The applicant has written more since you opened the texts.
desk-texts-open = Open the texts
desk-texts-open-more = Open the new texts
desk-opening-is-an-act = Opening is entered in the public record: that the body has read. Who it was, the applicant can learn.
desk-identity = Applicant
desk-identity-sealed = The applicant sealed name and address. Nobody here can open them; the answer arrives through this site.
desk-identity-shown = Open name and address only if the answer needs them. Each time is entered in the public record.
desk-identity-open = Open the name
desk-identity-name = Name
desk-identity-address = Address
desk-identity-contact = Telephone or e-mail
desk-identity-not-given = not given
desk-identity-entered = This opening has been entered in the public record. The page is shown once.

## What was done, and what was not
desk-done-assign = The case has been given to an official
desk-done-forward = The case has been forwarded
desk-done-clarify = The question has been sent
desk-done-extend = The deadline has been extended
desk-done-answer = The answer has been sent
desk-done-entered = It is entered in the public record; the applicant sees it.
desk-refused-title = This was not done
desk-refused-sign-in-needed = Sign in first, then try again.
desk-refused-not-yours = This case is not open to you. Go back to the queue.
desk-refused-status-only = This case is not open to you. Go back to the queue.
desk-refused-office-lacking = This needs another office. Ask the head of the body.
desk-refused-foreign-body = Another body holds the case now. Go back to the queue.
desk-refused-not-assigned-to-you = This case has not been given to you. To open its texts and to answer, the head must give it to you.
desk-refused-sealed = The applicant sealed the name: nobody here can open it. Answer without it.
desk-refused-own-case = This is your own appeal. Somebody else handles it; tell the head.
desk-refused-person-complained-of = This complaint names your post, or the body as a whole. Somebody else handles it.
desk-refused-would-reach-person-complained-of = The complaint is about this post or this body: it cannot go there. Choose another one.
desk-refused-would-return-to-body-appealed-against = The appeal goes against this body: whoever decided or held the case before must not get it back. Choose another body, or answer it here.
desk-refused-name-in-words = The applicant's own words name whoever would get it, or somebody in office at that body. Choose another, or say below why it may go there all the same.
desk-refused-not-drawn-here = The page is too old. Everything is still here: check it and send it again.
desk-refused-expired = The page was open for too long. Everything is still here: check it and send it again.
desk-refused-different-body = This form was sent before with other content. Look how the case stands, then send it if it is still needed.
desk-refused-reply-changed = The reply was changed in another window. Read it once more and send it.
desk-refused-choice-gone = What you chose is not possible any more. Choose another one from the list.
desk-refused-day-not-later = The new day must be after the deadline that stands. Choose a later one.
desk-refused-identity-gone = Name and address are no longer here: they were erased. The answer arrives through this site.
desk-refused-illegal-sequence = As the case stands now, this is not possible. Choose on its page what is.
desk-refused-wrong-body = Another body holds the case now. Go back to the queue.
desk-refused-no-such-case = There is no such case. Check the number.
desk-refused-same-register = That body's acts are entered in your own register: nothing would show that the case moved. Give it to an official, or choose another body.
desk-refused-due-disputed = This day is later than the law allows. Last day: { $day }. Choose a day no later.
desk-refused-late-forward = It is too late to forward it. The last day was { $day }. The body must answer it now itself, and ask the other body for what it needs to know.
desk-refused-late-extension = The deadline has passed: { $day }. What has passed cannot be extended; answer as soon as you can.
desk-refused-extensions-exhausted =
    { $times ->
        [one] The deadline has been extended before; the law allows it { $times } time. Answer by the deadline.
       *[other] The deadline has been extended before; the law allows it { $times } times. Answer by the deadline.
    }
desk-refused-late-pause = The deadline has passed: { $day }. The clock cannot stand still after it; answer with what is known.
desk-refused-pause-exhausted = No clarification is left: the law allows at most { $days } working days, in at most { $times } pauses. Answer with what is known.

## When the visit has ended
desk-again-title = Your visit has ended
desk-again-what = Nothing was sent, but what you wrote is here. To send it:
desk-again-sign-in = Sign in in a new window
desk-again-then = Then come back to this page and press the button.
desk-again-files = Files must be chosen again afterwards.
desk-again-send = Send it again

## Giving to an official
desk-assign-lead = The case goes to that post. The deadline stays.
desk-assign-post = Post
desk-assign-post-hint = Under each post: the name that the applicant will see.
desk-assign-post-missing = Choose a post
desk-assign-send = Give it
desk-assign-despite = Why it may be given to somebody of that name
desk-assign-despite-hint = The applicant reads your reason.
desk-assign-despite-option-another-person = another person of the same name is meant
desk-assign-despite-option-not-complained-of = the words name this person, but the complaint is not about them
desk-forward-despite = Why it may go to a body where somebody of that name is in office
desk-forward-despite-hint = The applicant reads your reason.
desk-forward-despite-option-another-person = { desk-assign-despite-option-another-person }
desk-forward-despite-option-not-complained-of = { desk-assign-despite-option-not-complained-of }
act-despite-name = Your own words name somebody of that name; it went there because

## Forwarding
desk-forward-lead = The case goes to that body, and the deadline stays. The applicant sees it.
desk-forward-not-back = Not in the list, since the appeal goes against them: { $bodies }.
desk-forward-body = Receiving body
desk-forward-body-missing = Choose a body
desk-forward-body-not-an-option = Choose a body from the list
desk-forward-reason = Reason
desk-forward-reason-option-another-body-is-competent = { act-reason-another-body-is-competent }
desk-forward-reason-option-another-place-is-competent = { act-reason-another-place-is-competent }
desk-forward-reason-option-body-is-complained-of = { act-reason-body-is-complained-of }
desk-forward-reason-option-part-concerns-another-body = { act-reason-part-concerns-another-body }
desk-forward-note = Note
desk-forward-note-hint = The applicant and the receiving body read it.
desk-forward-send = Forward

## Clarification
desk-clarify-lead = Ask only what no answer is possible without, in plain words.
desk-clarify-reason = What is missing
desk-clarify-reason-option-place-unclear = { act-reason-place-unclear }
desk-clarify-reason-option-time-unclear = { act-reason-time-unclear }
desk-clarify-reason-option-request-unclear = { act-reason-request-unclear }
desk-clarify-reason-option-document-missing = { act-reason-document-missing }
desk-clarify-reason-option-authority-to-represent-missing = { act-reason-authority-to-represent-missing }
desk-clarify-text = Question
desk-clarify-text-hint = Such as: which street and which house?
desk-clarify-send = Send the question

## Extension
desk-extend-lead = Only the head extends a deadline. The applicant sees the reason and the new day.
desk-extend-now = It is due now: { $day }.
desk-extend-latest = The latest day by law: { $day }.
desk-extend-until = New day
desk-extend-until-hint = Such as 18.12.2026
desk-extend-until-wrong-shape = Write the day like this: 18.12.2026
desk-extend-until-not-accepted = The new day must be after the deadline that stands
desk-extend-reason = Reason
desk-extend-reason-option-inspection-on-site = { act-reason-inspection-on-site }
desk-extend-reason-option-expert-opinion = { act-reason-expert-opinion }
desk-extend-reason-option-information-from-another-body = { act-reason-information-from-another-body }
desk-extend-reason-option-many-applicants = { act-reason-many-applicants }
desk-extend-reason-option-translation = { act-reason-translation }
desk-extend-text = Explanation
desk-extend-text-hint = The applicant reads it.
desk-extend-send = Extend the deadline

## The answer
desk-outcome-outcome = What was decided?
desk-outcome-outcome-hint = The figures count as an answer what was satisfied, and a refusal with reasons.
desk-outcome-outcome-missing = Choose what was decided
desk-outcome-outcome-option-satisfied = { act-outcome-satisfied }
desk-outcome-outcome-option-partly-satisfied = { act-outcome-partly-satisfied }
desk-outcome-outcome-option-refused = { act-outcome-refused }
desk-outcome-outcome-option-explained = { act-outcome-explained }
desk-outcome-outcome-option-terminated = { act-outcome-terminated }
desk-outcome-outcome-option-explained-hint = Does not count as an answer.
desk-outcome-outcome-option-terminated-hint = Does not count as an answer.
desk-reply-next = Continue
desk-reply-text = Reply
desk-reply-text-hint = In plain words: what was looked into, what is done and when. Name no third persons.
desk-reply-grounds = Grounds
desk-reply-grounds-missing = Choose at least one ground
desk-reply-grounds-not-accepted = Choose at most six grounds
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
desk-reply-law = Articles of law
desk-reply-law-hint = One on each line, such as: Administrative code, art. 76
desk-reply-law-wrong-shape = Write one article on each line: at most 20, each of at most 200 characters
desk-reply-file-hint = At most { $count } files of at most { $size } MiB each: PDF, JPEG, PNG, ODT, DOCX or plain text (UTF-8).
desk-reply-to-check = Read it once more
desk-check-title = Read it once more before it is sent
desk-check-final-title = After sending it cannot be changed
desk-check-final = The body signs the reply, it is entered in the public record, and the case is closed. The applicant can mark it as no answer.
desk-check-send = Send the reply

## A case by its number
desk-find-title = Find a case by its number
desk-find-number = Number
desk-find-number-hint = Such as 26-4711-8302-5
desk-find-number-wrong-shape = A number looks like this: 26-4711-8302-5. Check its digits.
desk-find-number-not-an-option = No case of this number lies at your desk. It may have been passed on.
desk-find-send = Find
